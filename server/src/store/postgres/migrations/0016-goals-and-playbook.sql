-- Goals. What one says is in its versions, which are only ever added.
create table goal (
  workspace_id text not null references workspace,
  id           text not null,
  created_at   timestamptz not null default now(),
  deleted_at   timestamptz,
  primary key (workspace_id, id)
);
create table goal_version (
  workspace_id text not null,
  id           text not null,
  version      integer not null,
  spec         jsonb not null,
  -- Of a version that closed the goal: how it ended, and what was measured then.
  outcome      text check (outcome in ('reached', 'missed', 'dropped')),
  measured     double precision,
  saved_at     timestamptz not null default now(),
  saved_by     text not null,
  primary key (workspace_id, id, version),
  foreign key (workspace_id, id) references goal
);

-- What a workspace adds to the playbook that comes with the program, or changes of it: an action of that id, or one of its own.
create table playbook_action (
  workspace_id text not null references workspace,
  id           text not null,
  -- Of an issue type, or of one category that belongs to none.
  issue_type   text,
  category     text,
  action       text not null,
  signals      text[] not null default '{}',
  hidden       boolean not null default false,
  saved_at     timestamptz not null default now(),
  saved_by     text not null,
  primary key (workspace_id, id),
  check ((issue_type is null) <> (category is null))
);
-- Which issue type a category is, where the workspace says so itself; null is none.
create table playbook_category (
  workspace_id text not null references workspace,
  category     text not null,
  issue_type   text,
  saved_at     timestamptz not null default now(),
  saved_by     text not null,
  primary key (workspace_id, category)
);

-- With what kind of company the workspace compares itself; none until somebody says.
alter table workspace add column stage text check (stage in ('startup', 'growth', 'scale', 'enterprise'));
