-- The event log and its folds. Every key begins with workspace_id, so that tables can be distributed by tenant.

create table workspace (
  workspace_id  text primary key,
  name          text not null,
  time_zone     text not null default 'UTC',
  created_at    timestamptz not null default now(),
  -- 'demonstration' is fed by the simulator; 'own' by connections and the API.
  kind          text not null default 'own' check (kind in ('own', 'demonstration')),
  settings      jsonb not null default '{}'
);

-- A way events come in. Its name is the `source` of their envelopes.
create table connection (
  workspace_id  text not null references workspace,
  source        text not null,
  kind          text not null check (kind in ('api', 'csv', 'simulator', 'application')),
  label         text not null,
  -- On a writable connection claim, assign, reply and the rest are events (decision 14).
  writable      boolean not null default false,
  created_at    timestamptz not null default now(),
  primary key (workspace_id, source)
);

-- Append-only. `stream` is what the event is folded into: `ticket/…`, `customer/…`, `agent/…`.
create table event_log (
  workspace_id   text not null,
  position       bigint generated always as identity,
  -- Readers advance below the oldest running transaction only: a position is taken before its transaction commits.
  transaction_id xid8 not null default pg_current_xact_id(),
  source         text not null,
  id             text not null,
  at             bigint not null,
  seq            integer not null,
  actor_kind     text not null,
  actor_id       text,
  stream         text not null,
  type           text not null,
  data           jsonb not null,
  -- Names of the personal fields that stand in personal_data.
  apart          text[],
  received_at    timestamptz not null default now(),
  -- The instant the sender gave, where it lay too far in the future and was set to that of receipt.
  clamped_from   bigint,
  primary key (workspace_id, source, id)
);
create index event_log_stream on event_log (workspace_id, stream);
create index event_log_reading on event_log (transaction_id, position);

-- Personal text and contact data, apart from the log, so that a customer can be erased.
create table personal_data (
  workspace_id  text not null,
  source        text not null,
  event_id      text not null,
  stream        text not null,
  customer      text,
  fields        jsonb not null,
  primary key (workspace_id, source, event_id)
);
create index personal_data_customer on personal_data (workspace_id, customer) where customer is not null;

-- The fold of a ticket's events: `state` whole, beside it the columns that lists and queues ask for.
create table ticket (
  workspace_id   text not null,
  id             text not null,
  -- json and not jsonb, and not compressed: written at every change and read whole, it costs a tenth that way.
  state          json,
  version        bigint not null default 0,
  provisional    boolean not null default true,
  hidden         boolean not null default true,
  created_at     timestamptz,
  updated_at     timestamptz,
  resolved_at    timestamptz,
  waiting_since  timestamptz,
  status         text,
  priority       text,
  support_tier   text,
  team           text,
  assignee       text,
  channel        text,
  category       text,
  product        text,
  requester      text,
  organisation   text,
  language       text,
  tags           text[] not null default '{}',
  merged_into    text,
  subject_source text,
  subject_event  text,
  primary key (workspace_id, id)
);
alter table ticket alter column state set storage external;
create index ticket_by_creation on ticket (workspace_id, created_at desc, id) where not hidden;
create index ticket_by_update on ticket (workspace_id, updated_at desc, id) where not hidden;
create index ticket_active on ticket (workspace_id, status) where not hidden and status in ('new', 'open', 'pending', 'on_hold');
create index ticket_by_requester on ticket (workspace_id, requester, created_at desc) where not hidden;
create index ticket_by_resolution on ticket (workspace_id, resolved_at desc) where not hidden and resolved_at is not null;

-- Which tickets were ever merged into which: they are folded together.
create table ticket_merge (
  workspace_id  text not null,
  child         text not null,
  parent        text not null,
  primary key (workspace_id, child, parent)
);
create index ticket_merge_parent on ticket_merge (workspace_id, parent);

-- Accepted events that wait for what they refer to.
create table parked_event (
  workspace_id  text not null,
  source        text not null,
  id            text not null,
  stream        text not null,
  awaits        text not null,
  reason        text not null,
  parked_at     timestamptz not null default now(),
  primary key (workspace_id, source, id)
);
create index parked_event_awaits on parked_event (workspace_id, awaits);

-- The folds of customers, organisations, agents, teams and sites.
create table directory (
  workspace_id  text not null,
  kind          text not null,
  id            text not null,
  state         jsonb,
  version       bigint not null default 0,
  updated_at    timestamptz not null default now(),
  primary key (workspace_id, kind, id)
);

-- What changed, in the order transactions finished: read by the live fan-out and by the loader of analytics.
create table outbox (
  position       bigint generated always as identity,
  transaction_id xid8 not null default pg_current_xact_id(),
  workspace_id   text not null,
  kind           text not null,
  id             text not null,
  version        bigint not null,
  types          text[] not null,
  historic       boolean not null default false,
  at             timestamptz not null default now(),
  primary key (transaction_id, position)
);

-- Where each reader of the outbox or the log stands.
create table reader (
  name           text primary key,
  transaction_id xid8 not null,
  position       bigint not null
);

-- What the loader has written of each ticket to analytics, so that rows no longer produced get tombstones.
create table fact_ledger (
  workspace_id  text not null,
  ticket        text not null,
  written       jsonb not null,
  primary key (workspace_id, ticket)
);

create table api_key (
  workspace_id  text not null references workspace,
  id            text not null,
  name          text not null,
  source        text not null,
  hash          bytea not null unique,
  scopes        text[] not null,
  created_at    timestamptz not null default now(),
  last_used_at  timestamptz,
  revoked_at    timestamptz,
  primary key (workspace_id, id)
);

create table session (
  hash          bytea primary key,
  workspace_id  text not null references workspace,
  persona       text not null,
  created_at    timestamptz not null default now(),
  expires_at    timestamptz not null
);

create table idempotency (
  workspace_id  text not null,
  key           text not null,
  request_hash  bytea not null,
  status        integer not null,
  response      jsonb not null,
  created_at    timestamptz not null default now(),
  primary key (workspace_id, key)
);

create table import_run (
  workspace_id  text not null,
  id            text not null,
  source        text not null,
  file_hash     text not null,
  mapping       jsonb not null,
  row_done      bigint not null default 0,
  account       jsonb not null default '{}',
  started_at    timestamptz not null default now(),
  finished_at   timestamptz,
  primary key (workspace_id, id)
);
