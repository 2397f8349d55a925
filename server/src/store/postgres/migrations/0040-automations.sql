-- Automations. What one says is in its versions, which are only ever added; its place says in which order several look at the same.
create table automation (
  workspace_id text not null references workspace on delete cascade,
  id           text not null,
  place        integer not null,
  created_at   timestamptz not null,
  -- Since when it is on: what came before is nothing to it. Null while it is off.
  enabled_at   timestamptz,
  -- Up to when it has been looked for what time alone made due.
  looked_until timestamptz,
  deleted_at   timestamptz,
  primary key (workspace_id, id)
);
create index automation_on on automation (workspace_id, place) where enabled_at is not null and deleted_at is null;

create table automation_version (
  workspace_id text not null,
  id           text not null,
  version      integer not null,
  spec         jsonb not null,
  saved_at     timestamptz not null,
  saved_by     text not null,
  primary key (workspace_id, id, version),
  foreign key (workspace_id, id) references automation on delete cascade
);

-- What an automation did about a ticket, and why: written in the transaction of its events. Nothing in it was written by a customer.
create table automation_run (
  workspace_id text not null references workspace on delete cascade,
  -- Made of the automation, the ticket and what made it look, so that it is the same run however often it is begun.
  id           uuid not null,
  automation   text not null,
  version      integer not null,
  ticket       text not null,
  -- The event, or since when time has passed.
  happened     jsonb not null,
  at           timestamptz not null,
  outcome      text not null check (outcome in ('ran', 'waits', 'not_met', 'stopped')),
  why          text not null,
  conditions   jsonb,
  effects      jsonb not null,
  -- The automations whose effect it answers, from the first to the last.
  chain        text[] not null,
  -- Of one that waits: when it goes on, and with which action.
  due_at       timestamptz,
  next_action  integer,
  -- What is still to be asked of a help desk.
  orders       jsonb,
  primary key (workspace_id, id)
);
create index automation_run_of on automation_run (workspace_id, automation, at desc);
create index automation_run_ticket on automation_run (workspace_id, ticket, at desc);
create index automation_run_due on automation_run (due_at) where due_at is not null;
create index automation_run_orders on automation_run (at) where orders is not null;

select raise_walls();
