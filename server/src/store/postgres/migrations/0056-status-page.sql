-- Status pages (docs/adr/0046-a-status-page-is-kept-as-what-it-says.md): a workspace's own, of which each change counts up the version.
create table status_page (
  workspace_id text primary key references workspace on delete cascade,
  version      integer not null,
  settings     jsonb not null,
  -- The path and the name it is found by: nobody else's.
  slug         text not null unique,
  host         text unique,
  -- Counts up with everything that changes the page, besides what happens to incidents.
  touched      bigint not null default 0,
  -- What was told before is no news to subscribers.
  news_since   timestamptz not null,
  saved_at     timestamptz not null,
  saved_by     text not null
);

-- What somebody set a component to, and when; null: it follows its incidents again.
create table status_by_hand (
  workspace_id text not null references workspace on delete cascade,
  component    text not null,
  at           timestamptz not null,
  state        text check (state in ('operational', 'maintenance', 'degraded', 'partial_outage', 'major_outage')),
  said_by      text not null,
  primary key (workspace_id, component, at)
);

create table status_maintenance (
  workspace_id text not null references workspace on delete cascade,
  id           uuid not null,
  title        text not null,
  text         text not null,
  components   text[] not null,
  starts_at    timestamptz not null,
  ends_at      timestamptz not null,
  -- Earlier or later than planned, where somebody said so.
  begun_at     timestamptz,
  ended_at     timestamptz,
  cancelled_at timestamptz,
  made_at      timestamptz not null,
  primary key (workspace_id, id)
);

-- Who wants to be told. Where to is in the vault; what stands for it here is keyed and hashed, and says nothing without our key.
create table status_subscriber (
  workspace_id text not null references workspace on delete cascade,
  id           uuid not null,
  kind         text not null check (kind in ('mail', 'webhook')),
  contact      text not null,
  -- Null until whoever reads there has said so.
  confirmed_at timestamptz,
  asked_at     timestamptz not null,
  -- How often they were asked since the first time on this day.
  asked        integer not null,
  primary key (workspace_id, id),
  unique (workspace_id, contact)
);
create index status_subscriber_pending on status_subscriber (asked_at) where confirmed_at is null;

-- What subscribers are told of, once; `told_to`: up to which of them that has been done.
create table status_news (
  workspace_id text not null references workspace on delete cascade,
  id           text not null,
  content      jsonb not null,
  made_at      timestamptz not null,
  told_to      uuid,
  is_told      boolean not null default false,
  primary key (workspace_id, id)
);
create index status_news_waiting on status_news (made_at) where not is_told;

select raise_walls();
