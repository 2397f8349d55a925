-- Rules of alerts, as versions, and the alerts that they make.
alter table workspace add column alert_rules_revision bigint not null default 0;

create table alert_rule (
  workspace_id text not null references workspace,
  id           text not null,
  created_at   timestamptz not null default now(),
  removed_at   timestamptz,
  -- Of a rule that is looked at as time passes: the last instant that it was looked at for.
  read_at      timestamptz,
  primary key (workspace_id, id)
);
create table alert_rule_version (
  workspace_id text not null,
  id           text not null,
  version      integer not null,
  spec         jsonb not null,
  saved_at     timestamptz not null default now(),
  saved_by     text not null,
  primary key (workspace_id, id, version),
  foreign key (workspace_id, id) references alert_rule
);

create table alert (
  workspace_id  text not null,
  id            text not null,
  rule          text not null,
  rule_version  integer not null,
  -- What makes two things one alert of the rule.
  key           text not null,
  -- What the number is divided by, and its value.
  group_id      text,
  severity      text not null check (severity in ('info', 'warning', 'critical')),
  status        text not null check (status in ('pending', 'firing', 'acknowledged', 'snoozed', 'resolved', 'superseded')),
  since         timestamptz not null,
  fired_at      timestamptz,
  ended_at      timestamptz,
  quiet_at      timestamptz,
  snoozed_until timestamptz,
  heard_at      timestamptz not null,
  times         integer not null,
  -- Time alone makes another of it then.
  tick_at       timestamptz,
  -- The number, of how many cases, and how unusual it is.
  figure        jsonb,
  -- Nobody was told of it by itself: it became known too late.
  silent        boolean not null,
  -- How many moments it has had.
  moments       integer not null,
  -- Nothing holds it any more: the next one with its key is another alert.
  finished      boolean not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, rule, rule_version) references alert_rule_version
);
create unique index alert_open on alert (workspace_id, rule, key) where not finished;
create index alert_tick on alert (tick_at) where not finished and tick_at is not null;
create index alert_by_time on alert (workspace_id, since desc, id desc);
create index alert_in_force on alert (workspace_id, status) where status in ('firing', 'acknowledged', 'snoozed', 'pending');

create table alert_moment (
  workspace_id text not null,
  alert        text not null,
  ordinal      integer not null,
  -- As in the domain, and `comment`.
  kind         text not null,
  at           timestamptz not null,
  -- Who did it; null where time or events did.
  actor        text,
  note         text,
  primary key (workspace_id, alert, ordinal),
  foreign key (workspace_id, alert) references alert on delete cascade
);

-- What holds an alert, and which tickets made it.
create table alert_member (
  workspace_id text not null,
  alert        text not null,
  member       text not null,
  ticket       text,
  since        timestamptz not null,
  released_at  timestamptz,
  primary key (workspace_id, alert, member),
  foreign key (workspace_id, alert) references alert on delete cascade
);
create index alert_member_held on alert_member (workspace_id, ticket) where released_at is null and ticket is not null;
create index alert_member_ticket on alert_member (workspace_id, ticket) where ticket is not null;

-- What is missed on a ticket, and when for too long.
create table alert_timer (
  workspace_id text not null,
  rule         text not null,
  ticket       text not null,
  since        timestamptz not null,
  -- Null once it has come.
  due_at       timestamptz,
  primary key (workspace_id, rule, ticket),
  foreign key (workspace_id, rule) references alert_rule
);
create index alert_timer_due on alert_timer (due_at) where due_at is not null;
create index alert_timer_ticket on alert_timer (workspace_id, ticket);
