-- Dashboards that people made. What one shows is in its versions, which are only ever added.
create table dashboard (
  workspace_id text not null references workspace,
  id           text not null,
  -- The persona or the key that made it; it alone changes it.
  owner        text not null,
  shared       boolean not null default false,
  created_at   timestamptz not null default now(),
  deleted_at   timestamptz,
  primary key (workspace_id, id)
);
create table dashboard_version (
  workspace_id text not null,
  id           text not null,
  version      integer not null,
  spec         jsonb not null,
  saved_at     timestamptz not null default now(),
  saved_by     text not null,
  primary key (workspace_id, id, version),
  foreign key (workspace_id, id) references dashboard
);
