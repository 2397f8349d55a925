-- Files that were brought by a browser to be imported, and what became of each. Their bytes lie in the data directory
-- (server/src/imports/files.ts); how far one is through is in import_run, as for the command line.
create table import_file (
  workspace_id text not null references workspace,
  id           uuid not null,
  name         text not null,
  bytes        bigint not null,
  received     bigint not null default 0,
  state        text not null default 'uploading'
               check (state in ('uploading', 'ready', 'running', 'finished', 'stopped', 'cancelled', 'failed')),
  mapping      jsonb,
  progress     jsonb,
  account      jsonb,
  -- Why it stopped or failed: a detail, and the fields of the mapping that are wrong.
  problem      jsonb,
  made_by      text not null,
  made_at      timestamptz not null,
  started_at   timestamptz,
  ended_at     timestamptz,
  -- The process that imports it, and its last sign of life: without one for a while, it has died.
  runner       uuid,
  beat_at      timestamptz,
  cancel_asked boolean not null default false,
  has_file     boolean not null default true,
  has_rejects  boolean not null default false,
  primary key (workspace_id, id)
);
create index import_file_made on import_file (workspace_id, made_at desc);
