-- What people asked of a help desk (decision 14): kept until it has been told there, and shown until its own events say so.
create table ticket_command (
  workspace_id text not null,
  -- Of the request, so that a repeated one is the same.
  id           text not null,
  -- In which order they were asked.
  place        bigint generated always as identity,
  connection   uuid not null,
  ticket       text not null,
  -- What it is called here, and what is asked over there. A text stays in it until it has come back as an event.
  action       text not null,
  command      jsonb not null,
  agent        text not null,
  asked_by     text not null,
  asked_at     timestamptz not null,
  state        text not null default 'waiting' check (state in ('waiting', 'sent', 'done', 'refused')),
  -- Counted before it is sent: whoever finds one that was begun asks first whether it was done.
  attempts     integer not null default 0,
  -- Why it still waits, or was refused.
  reason       text,
  ended_at     timestamptz,
  primary key (workspace_id, id),
  foreign key (workspace_id, connection) references system_connection on delete cascade
);
create index ticket_command_open on ticket_command (workspace_id, connection, place) where state in ('waiting', 'sent');
create index ticket_command_ticket on ticket_command (workspace_id, ticket);

-- Whether what people do to its tickets here is sent there.
alter table system_connection add column writes_back boolean not null default true;
