-- Questions to the catalogue that people keep.
create table exploration (
  workspace_id text not null references workspace,
  id           text not null,
  -- The persona or the key that saved it; it alone changes it.
  owner        text not null,
  saved_by     text not null,
  shared       boolean not null default false,
  spec         jsonb not null,
  saved_at     timestamptz not null default now(),
  primary key (workspace_id, id)
);
create index exploration_owner on exploration (workspace_id, owner);
