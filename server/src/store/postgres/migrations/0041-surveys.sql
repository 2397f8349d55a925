-- Surveys that we send. What a workspace asks is one saying, of which each change counts up the version.
create table survey_setting (
  workspace_id text primary key references workspace on delete cascade,
  version      integer not null,
  settings     jsonb not null,
  saved_at     timestamptz not null,
  saved_by     text not null
);

-- Each survey, from the resolve it comes after to its answer. Who the customer is and what they said is not here.
create table survey_request (
  workspace_id text not null references workspace on delete cascade,
  -- As the event says it.
  id           text not null,
  ticket       text not null,
  -- Of which resolve, and when it was.
  cycle        integer not null,
  resolved_at  timestamptz,
  -- The automation that asks; null for what goes by itself after a resolve.
  automation   text,
  customer     text,
  -- To whom, so that the same address is one contact: keyed and hashed.
  contact      text,
  -- csat, nps or ces; null until it is decided.
  survey       text,
  scale        integer,
  language     text,
  -- scheduled: until due_at. held: not asked, for a reason. asked: a letter was written.
  state        text not null check (state in ('scheduled', 'held', 'asked')),
  reason       text,
  detail       text,
  due_at       timestamptz not null,
  decided_at   timestamptz,
  -- Whom it speaks of, at that moment.
  agent        text,
  team         text,
  message      uuid,
  -- What became of the letter.
  delivery     text check (delivery in ('waiting', 'sent', 'failed')),
  expires_at   timestamptz,
  answered_at  timestamptz,
  primary key (workspace_id, id)
);
create unique index survey_request_resolve on survey_request (workspace_id, ticket, cycle) where automation is null;
create index survey_request_due on survey_request (due_at) where state = 'scheduled';
create index survey_request_letter on survey_request (message) where delivery = 'waiting';
create index survey_request_customer on survey_request (workspace_id, customer, decided_at) where state = 'asked';
create index survey_request_contact on survey_request (workspace_id, contact, decided_at) where contact is not null;
create index survey_request_log on survey_request (workspace_id, due_at desc, id);

-- Who wants no more of them.
create table survey_refusal (
  workspace_id text not null references workspace on delete cascade,
  contact      text not null,
  at           timestamptz not null,
  primary key (workspace_id, contact)
);

select raise_walls();
