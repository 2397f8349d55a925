-- Detection (docs/detection.md): what is usual, what it remembers, what it proposed, and which tickets that were.
create table detection (
  workspace_id   text primary key references workspace on delete cascade,
  is_on          boolean not null default true,
  -- So many false alarms a week are allowed.
  false_alarms   double precision not null default 1,
  -- Tickets an hour by region and hour of the week, and customers by region. Null where too little is known, and until it is looked for.
  usual          jsonb,
  usual_at       timestamptz,
  -- What is remembered of the last hour has words of customers and who they are. Null until it has learned.
  state          text,
  -- Up to where of the outbox it has heard what is in `state`.
  transaction_id xid8,
  position       bigint,
  -- Whoever changes it adds one, and whoever writes by what it was before is refused.
  revision       bigint not null default 0
);

create table detection_proposal (
  workspace_id text not null references workspace on delete cascade,
  -- The ticket by which it was found.
  id           text not null,
  incident     text not null,
  -- As the domain has it; once it is over and decided, without people and their words.
  proposal     jsonb not null,
  -- When tickets of its cell came in the hour before, in ms.
  before       double precision[] not null default '{}',
  found_at     timestamptz not null,
  ended_at     timestamptz,
  -- The proposal that it turned out to be a part of.
  part_of      text,
  -- accepted, merged or dismissed, by a person.
  verdict      text,
  -- Where it ended without a person: `part` of another, or `over`.
  settled      text,
  -- What its incident was told: name, services and regions.
  told         jsonb,
  -- It is over and decided, and has nobody's words any more.
  is_bare      boolean not null default false,
  -- Something of it is to be told.
  due          boolean not null default true,
  primary key (workspace_id, id),
  unique (workspace_id, incident)
);
create index detection_proposal_due on detection_proposal (workspace_id) where due;
create index detection_proposal_open on detection_proposal (workspace_id) where verdict is null and settled is null;

create table detection_ticket (
  workspace_id text not null references workspace on delete cascade,
  ticket       text not null,
  proposal     text not null,
  linked       boolean not null default false,
  primary key (workspace_id, ticket, proposal)
);
create index detection_ticket_unlinked on detection_ticket (workspace_id, proposal) where not linked;

-- Answers to the tickets of an incident from one of its updates: each ticket once for each update.
create table incident_answer (
  workspace_id text not null references workspace on delete cascade,
  incident     text not null,
  -- The event of the update.
  update_id    text not null,
  ticket       text not null,
  answered_at  timestamptz not null,
  primary key (workspace_id, incident, update_id, ticket)
);

select raise_walls();
