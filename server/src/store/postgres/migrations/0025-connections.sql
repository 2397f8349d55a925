-- Systems that are read by themselves. `connection` names the source of events, as of every other way in; what is here reads it.

alter table connection drop constraint connection_kind_check;
alter table connection add constraint connection_kind_check check (kind in ('api', 'csv', 'simulator', 'application', 'system'));

create table system_connection (
  workspace_id    text not null references workspace,
  -- In the address of its webhooks, which nobody guesses.
  id              uuid not null unique,
  source          text not null,
  system          text not null,
  options         jsonb not null,
  created_at      timestamptz not null,
  created_by      text not null,
  paused_at       timestamptz,
  -- It is being removed, and with it what came through it where `with_tickets` says so.
  removing_at     timestamptz,
  with_tickets    boolean not null default false,
  poll_seconds    integer not null,
  -- No event for so long is worth an alarm; null for never.
  silence_seconds integer,
  -- When it is looked at again, which a webhook moves to now, and when everything is pulled again, which it does not.
  next_at         timestamptz not null,
  pull_at         timestamptz not null,
  -- The last turn that found everything, and how many have failed since.
  pulled_at       timestamptz,
  failures        integer not null default 0,
  failure         text,
  failure_kind    text,
  failed_at       timestamptz,
  -- The newest event it told of (by when it happened), and when one last came in.
  last_event_at   timestamptz,
  last_arrival_at timestamptz,
  webhook_at      timestamptz,
  refused_at      timestamptz,
  refused_reason  text,
  -- History is mapped again up to the last of the raw payloads of then; null when nothing is to be done.
  remap_from      bigint,
  remap_to        bigint,
  primary key (workspace_id, id),
  unique (workspace_id, source)
);
create index system_connection_due on system_connection (next_at);

-- How far each stream is read.
create table connection_stream (
  workspace_id text not null,
  connection   uuid not null,
  stream       text not null,
  -- Null before the first page.
  cursor       json,
  pages        bigint not null default 0,
  items        bigint not null default 0,
  events       bigint not null default 0,
  started_at   timestamptz,
  -- What the first page had, and the last: of the time over there.
  first_up_to  timestamptz,
  up_to        timestamptz,
  -- Of the last page, which an overlap brings again and again where nothing happens.
  page_hash    bytea,
  -- The back-fill of it has come to its end.
  filled_at    timestamptz,
  primary key (workspace_id, connection, stream),
  foreign key (workspace_id, connection) references system_connection on delete cascade
);

-- As it came, before anybody read it. Dropped by the nightly retention.
create table raw_payload (
  workspace_id text not null,
  connection   uuid not null,
  id           bigint generated always as identity,
  kind         text not null check (kind in ('page', 'ticket', 'webhook')),
  -- Null of a webhook.
  stream       text,
  -- Of a webhook: method, address, headers.
  request      jsonb,
  -- gzip
  body         bytea not null,
  historic     boolean not null,
  received_at  timestamptz not null,
  -- By which version of the maps; null while it waits.
  map_version  integer,
  primary key (workspace_id, connection, id),
  foreign key (workspace_id, connection) references system_connection on delete cascade
);
alter table raw_payload alter column body set storage external;
create index raw_payload_waiting on raw_payload (workspace_id, connection, id) where map_version is null;
create index raw_payload_age on raw_payload (workspace_id, received_at);

create table connection_map (
  workspace_id text not null,
  connection   uuid not null,
  version      integer not null,
  maps         jsonb not null,
  saved_at     timestamptz not null,
  saved_by     text not null,
  primary key (workspace_id, connection, version),
  foreign key (workspace_id, connection) references system_connection on delete cascade
);

-- Words of the system that no map knew.
create table connection_word (
  workspace_id text not null,
  connection   uuid not null,
  what         text not null,
  value        text not null,
  count        bigint not null,
  first_at     timestamptz not null,
  last_at      timestamptz not null,
  primary key (workspace_id, connection, what, value),
  foreign key (workspace_id, connection) references system_connection on delete cascade
);

-- What could not be read, or was turned away at the door.
create table dead_letter (
  workspace_id text not null,
  connection   uuid not null,
  id           bigint generated always as identity,
  -- The payload it was in, and as what it is read again.
  payload      bigint not null,
  stream       text,
  -- Of what it says: the same item comes in several payloads.
  hash         bytea not null,
  -- json and not jsonb: what is wrong with it may be the character NUL.
  item         json not null,
  field        text not null,
  reason       text not null,
  at           timestamptz not null,
  attempts     integer not null default 1,
  primary key (workspace_id, connection, id),
  unique (workspace_id, connection, hash),
  foreign key (workspace_id, connection, payload) references raw_payload on delete cascade
);
create index dead_letter_payload on dead_letter (workspace_id, connection, payload);

-- What a mapper wants to know of earlier: roles, last snapshots.
create table connection_memory (
  workspace_id text not null,
  connection   uuid not null,
  key          text not null,
  value        json not null,
  primary key (workspace_id, connection, key),
  foreign key (workspace_id, connection) references system_connection on delete cascade
);

-- Tickets that a webhook spoke of and that are to be pulled.
create table connection_hint (
  workspace_id text not null,
  connection   uuid not null,
  ticket       text not null,
  -- Counted up by each hint: one that came while the ticket was being pulled is not forgotten.
  heard        bigint not null default 1,
  due_at       timestamptz not null,
  attempts     integer not null default 0,
  primary key (workspace_id, connection, ticket),
  foreign key (workspace_id, connection) references system_connection on delete cascade
);

-- Deliveries of webhooks that were taken: one that comes again changes nothing.
create table connection_delivery (
  workspace_id text not null,
  connection   uuid not null,
  hash         bytea not null,
  at           timestamptz not null,
  primary key (workspace_id, connection, hash),
  foreign key (workspace_id, connection) references system_connection on delete cascade
);
create index connection_delivery_age on connection_delivery (workspace_id, at);
