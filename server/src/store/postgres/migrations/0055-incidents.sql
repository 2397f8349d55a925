-- Incidents: folds of their own events (docs/adr/0044-an-incident-is-a-fold-of-its-own-events.md).
create table incident (
  workspace_id text not null references workspace on delete cascade,
  id           text not null,
  -- Null until an event that counts has been heard.
  state        jsonb,
  version      bigint not null default 0,
  -- proposed, investigating, identified, monitoring, resolved, closed or dismissed.
  stage        text,
  severity     text,
  -- When it was declared, else proposed: what lists go by.
  opened_at    timestamptz,
  -- Up to which instant, in ms, the timer has said what became true.
  announced_to bigint,
  -- When it has something to say next.
  next_at      timestamptz,
  primary key (workspace_id, id)
);
create index incident_next on incident (next_at) where next_at is not null;
create index incident_list on incident (workspace_id, opened_at desc, id) where state is not null;

-- Which tickets say of themselves that they belong to one: what `ticket.linked` of the kind incident comes to.
create table incident_ticket (
  workspace_id text not null references workspace on delete cascade,
  ticket       text not null,
  incident     text not null,
  primary key (workspace_id, ticket, incident)
);
create index incident_ticket_incident on incident_ticket (workspace_id, incident, ticket);

-- The last number that was given, so that two who declare at once get two.
create table incident_number (
  workspace_id text primary key references workspace on delete cascade,
  last         integer not null
);

-- What is promised of incidents, in versions. An incident keeps the one that was in force when it was declared.
create table incident_policy (
  workspace_id text not null references workspace on delete cascade,
  version      integer not null,
  policy       jsonb not null,
  saved_at     timestamptz not null,
  saved_by     text not null,
  primary key (workspace_id, version)
);

select raise_walls();
