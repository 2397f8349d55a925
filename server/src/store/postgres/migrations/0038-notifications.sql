-- The outbox of letters becomes that of everything that leaves: one line of messages, whichever way each goes.
alter table mail rename to outbox_message;
alter index mail_pkey rename to outbox_message_pkey;
alter index mail_due rename to outbox_message_due;
alter index mail_made rename to outbox_message_made;
alter table outbox_message rename constraint mail_state_check to outbox_message_state_check;
alter table outbox_message
  -- The way it goes: mail, or what a channel is.
  add column kind    text not null default 'mail',
  -- The channel it goes through; null for a letter to somebody.
  add column channel text,
  -- Whom it is for and by which way, so that nobody gets too many.
  add column lane    text,
  -- What it says, where that is no secret and tells of nobody; else it is sealed, or looked up when it is sent.
  add column content jsonb;
create index outbox_message_lane on outbox_message (workspace_id, lane, made_at) where lane is not null;
create index outbox_message_channel on outbox_message (workspace_id, channel) where channel is not null and state = 'waiting';

-- Where a workspace is told of things besides its people: a room of Slack, a pager, somebody's program. Its secrets are in the vault.
create table channel (
  workspace_id    text not null references workspace on delete cascade,
  id              uuid not null,
  kind            text not null check (kind in ('slack', 'teams', 'pagerduty', 'webhook', 'mail', 'hook')),
  name            text not null,
  settings        jsonb not null,
  active          boolean not null default true,
  -- Why it is off, where nobody turned it off.
  fault           text,
  created_at      timestamptz not null,
  created_by      text not null,
  changed_at      timestamptz not null,
  primary key (workspace_id, id)
);

create table notification_preference (
  workspace_id text not null references workspace on delete cascade,
  person       text not null,
  preferences  jsonb not null,
  saved_at     timestamptz not null,
  primary key (workspace_id, person)
);

create table notice (
  workspace_id text not null references workspace on delete cascade,
  id           uuid not null,
  key          text not null,
  thread       text not null,
  severity     text not null,
  body         jsonb not null,
  posted_at    timestamptz not null,
  primary key (workspace_id, id),
  unique (workspace_id, key)
);
create index notice_thread on notice (workspace_id, thread);
create index notice_posted on notice (workspace_id, posted_at desc, id);

-- What became of a notice for each of whom it was for, by each way: the log of delivery.
create table notice_delivery (
  workspace_id text not null,
  notice       uuid not null,
  -- inbox and mail of a person; channel; none where nobody was reached.
  way          text not null check (way in ('inbox', 'mail', 'channel', 'none')),
  -- A person, a channel, or what was named and is neither.
  recipient    text not null,
  -- waiting: to be put into a message. packed: in a message, which says the rest. there: in the inbox. nowhere: ended without a message.
  state        text not null check (state in ('waiting', 'packed', 'there', 'nowhere')),
  -- Why it waits, or why it ended.
  reason       text,
  due_at       timestamptz,
  message      uuid,
  read_at      timestamptz,
  made_at      timestamptz not null,
  primary key (workspace_id, notice, way, recipient),
  foreign key (workspace_id, notice) references notice on delete cascade
);
create index notice_delivery_due on notice_delivery (due_at) where state = 'waiting';
create index notice_delivery_message on notice_delivery (workspace_id, message) where message is not null;
create index notice_delivery_log on notice_delivery (workspace_id, made_at desc, notice);
create index notice_delivery_inbox on notice_delivery (workspace_id, recipient, made_at desc) where way = 'inbox';

-- Who else is told unless somebody acknowledges.
create table notice_step (
  workspace_id text not null,
  notice       uuid not null,
  step         integer not null,
  audience     jsonb not null,
  due_at       timestamptz not null,
  -- Null while it waits; told, or settled before.
  ended        text check (ended in ('told', 'settled')),
  primary key (workspace_id, notice, step),
  foreign key (workspace_id, notice) references notice on delete cascade
);
create index notice_step_due on notice_step (due_at) where ended is null;

-- Up to where of the log hooks have been told.
create table hook_reader (
  one         boolean primary key default true check (one),
  transaction_id xid8 not null,
  position       bigint not null
);
