-- Policies, calendars, and the clocks of tickets.

-- Versions are never changed; what a ticket was promised can be read for ever. A version without spec retires the thing.
create table calendar_version (
  workspace_id   text not null references workspace,
  id             text not null,
  version        integer not null,
  name           text not null,
  spec           jsonb,
  -- Null: since ever. Said of a first version that is dated back over the tickets that were there before it.
  effective_from timestamptz,
  saved_at       timestamptz not null default now(),
  saved_by       text,
  primary key (workspace_id, id, version)
);
create table policy_version (
  workspace_id   text not null references workspace,
  id             text not null,
  version        integer not null,
  name           text not null,
  spec           jsonb,
  effective_from timestamptz,
  saved_at       timestamptz not null default now(),
  saved_by       text,
  primary key (workspace_id, id, version)
);
-- Counted up by every new version, so that each process notices that what it holds is old.
alter table workspace add column rules_revision bigint not null default 0;

alter table ticket
  -- What clocks heard of the ticket, and the cycles that makes; json for the reasons of state.
  add column clock_log      json,
  add column clocks         json,
  -- When the next step of a cycle has to be announced; in the past while it has not been.
  add column clock_next_at  timestamptz,
  -- When the first of its running cycles is breached unless something happens.
  add column breach_next_at timestamptz;
alter table ticket alter column clock_log set storage external;
alter table ticket alter column clocks set storage external;
create index ticket_clock_next on ticket (clock_next_at) where clock_next_at is not null;
create index ticket_by_breach on ticket (workspace_id, breach_next_at, id desc) where not hidden and breach_next_at is not null;
create index ticket_by_organisation on ticket (workspace_id, organisation, id) where organisation is not null;
create index ticket_by_customer on ticket (workspace_id, requester, id);
create index ticket_by_change on ticket (workspace_id, updated_at);
create index directory_by_organisation on directory (workspace_id, (state->'attributes'->>'organisation')) where kind = 'customer';

-- Tickets whose clocks have to be run again because what they were promised by has changed.
create table reclock (
  workspace_id  text not null references workspace,
  position      bigint generated always as identity,
  -- 'all', 'since' an instant, of a 'customer', of an 'organisation'.
  scope         text not null,
  subject       text,
  since         timestamptz,
  -- Up to this ticket it is done.
  done_to       text not null default '',
  requested_at  timestamptz not null default clock_timestamp(),
  primary key (workspace_id, position)
);
-- Tickets from before there were clocks.
insert into reclock (workspace_id, scope) select workspace_id, 'all' from workspace;
