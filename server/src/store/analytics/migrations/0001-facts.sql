-- The facts: what happened, ready to be counted. One row per ticket, and one per thing a ticket has several of.
--
-- A row is replaced by a later version of itself and removed by a tombstone, so questions read with FINAL. It lies under its
-- day (domain/src/fact/days.ts): a question of a period need not read the days before it, and what still lasts has a day, and
-- a partition, of its own. When the day moves, the row gets a new key and the old one a tombstone (ledger.ts). Most rows once
-- lasted, so that partition is cleaned of its tombstones now and then (tidy in analytics.ts).
-- Of every run of rows the first and the last instant are known, so that days after a period are mostly not read either.
-- '' stands for "none" in text; instants are UTC; durations are milliseconds. {{…}} is filled in by schema.ts, for one machine
-- or for a cluster. A rebuild makes the tables anew: what is changed here is there after one.

create table if not exists {{ticket_fact}} (
  workspace_id LowCardinality(String), day Date, ticket String, version UInt64, is_deleted UInt8, created_at DateTime64(3, 'UTC'),
  hidden UInt8, hidden_as LowCardinality(String), provisional UInt8,
  source LowCardinality(String), channel LowCardinality(String), requester String, organisation String,
  customer_tier LowCardinality(String), plan LowCardinality(String), country LowCardinality(String), region LowCardinality(String),
  domain LowCardinality(String), tenure LowCardinality(String), lifecycle LowCardinality(String),
  service_region LowCardinality(String), custom Map(LowCardinality(String), String),
  mrr Nullable(Float64), currency LowCardinality(String),
  created_by LowCardinality(String), created_status LowCardinality(String), created_priority LowCardinality(String),
  created_tier LowCardinality(String), created_team LowCardinality(String), created_agent LowCardinality(String),
  created_channel LowCardinality(String), created_category LowCardinality(String), created_product LowCardinality(String),
  created_tags Array(LowCardinality(String)),
  status LowCardinality(String), priority LowCardinality(String), support_tier LowCardinality(String),
  team LowCardinality(String), agent LowCardinality(String), category LowCardinality(String), product LowCardinality(String),
  language LowCardinality(String), service_site LowCardinality(String),
  tags Array(LowCardinality(String)),
  first_resolved_at Nullable(DateTime64(3, 'UTC')), first_reopened_at Nullable(DateTime64(3, 'UTC')),
  -- Whose the first resolve was, and what had happened until it, whatever came after.
  first_resolved_agent LowCardinality(String), first_resolved_team LowCardinality(String),
  first_resolved_priority LowCardinality(String), first_resolved_tier LowCardinality(String),
  first_resolved_category LowCardinality(String), first_resolved_product LowCardinality(String), first_resolved_tags Array(LowCardinality(String)),
  first_bursts UInt32, first_escalations UInt32, first_tier_changes UInt32,
  resolved_at Nullable(DateTime64(3, 'UTC')), resolved_by LowCardinality(String), resolved_agent LowCardinality(String),
  resolved_team LowCardinality(String), resolved_priority LowCardinality(String), resolved_tier LowCardinality(String),
  resolved_category LowCardinality(String), resolved_product LowCardinality(String), resolved_tags Array(LowCardinality(String)),
  ttr_first_ms Nullable(UInt64), ttr_full_ms Nullable(UInt64), ttr_active_ms Nullable(UInt64),
  new_ms UInt64, open_ms UInt64, pending_ms UInt64, hold_ms UInt64, gap_ms UInt64,
  requester_wait_ms UInt64, agent_work_ms UInt64,
  first_response_ms Nullable(UInt64), first_response_at Nullable(DateTime64(3, 'UTC')),
  first_response_agent LowCardinality(String), first_response_team LowCardinality(String), first_response_from LowCardinality(String),
  first_reply_clamped UInt8, first_answer_ms Nullable(UInt64), first_answer_at Nullable(DateTime64(3, 'UTC')), first_answer_by LowCardinality(String),
  longest_wait_ms Nullable(UInt64), waiting_since Nullable(DateTime64(3, 'UTC')),
  -- The durations within opening hours; null where no calendar is known.
  ttr_first_business_ms Nullable(UInt64), ttr_full_business_ms Nullable(UInt64), ttr_active_business_ms Nullable(UInt64),
  new_business_ms Nullable(UInt64), open_business_ms Nullable(UInt64), pending_business_ms Nullable(UInt64),
  hold_business_ms Nullable(UInt64), gap_business_ms Nullable(UInt64),
  requester_wait_business_ms Nullable(UInt64), agent_work_business_ms Nullable(UInt64),
  first_response_business_ms Nullable(UInt64), first_answer_business_ms Nullable(UInt64), longest_wait_business_ms Nullable(UInt64),
  handoff_at Nullable(DateTime64(3, 'UTC')), first_escalated_at Nullable(DateTime64(3, 'UTC')),
  first_handed_up_at Nullable(DateTime64(3, 'UTC')),
  escalations UInt32, human_escalations UInt32, tier_changes UInt32, reopens UInt32, cycles UInt32, bursts UInt32, resolvers UInt32,
  outbound UInt8, bot_involved UInt8,
  customer_messages UInt32, agent_replies UInt32, internal_notes UInt32, bot_messages UInt32, automation_messages UInt32,
  reassignments UInt32, transfers UInt32, priority_changes UInt32, confidence_count UInt32, confidence_sum Float64,
  index created_at_found created_at type minmax granularity 1,
  index first_resolved_at_found first_resolved_at type minmax granularity 1,
  index resolved_at_found resolved_at type minmax granularity 1
) engine = {{replacing}} partition by toYYYYMM(day) order by (workspace_id, day, ticket) {{cleaned}};

create table if not exists {{response_fact}} (
  {{head}},
  kind LowCardinality(String), cycle UInt32, started_at DateTime64(3, 'UTC'), ended_at Nullable(DateTime64(3, 'UTC')),
  closed_by LowCardinality(String), wait_ms Nullable(UInt64), wait_business_ms Nullable(UInt64), agent LowCardinality(String), team LowCardinality(String),
  support_tier LowCardinality(String), priority LowCardinality(String),
  -- Whose hands the ticket is in while the wait lasts; agent and team are who replied.
  opens_cycle UInt8, held_team LowCardinality(String), held_agent LowCardinality(String),
  -- What the ticket was about then.
  category LowCardinality(String), product LowCardinality(String), tags Array(LowCardinality(String)),
  index ticket_created_at_found ticket_created_at type minmax granularity 1,
  index started_at_found started_at type minmax granularity 1,
  index ended_at_found ended_at type minmax granularity 1
) engine = {{replacing}} partition by toYYYYMM(day) order by (workspace_id, day, ticket, ordinal) {{cleaned}};

create table if not exists {{state_segment_fact}} (
  {{head}},
  cycle UInt32, started_at DateTime64(3, 'UTC'), ended_at Nullable(DateTime64(3, 'UTC')), duration_ms Nullable(UInt64), duration_business_ms Nullable(UInt64),
  status LowCardinality(String), raw_status LowCardinality(String), holder LowCardinality(String), team LowCardinality(String),
  agent LowCardinality(String), support_tier LowCardinality(String), priority LowCardinality(String),
  -- What the ticket was about then.
  category LowCardinality(String), product LowCardinality(String),
  index ticket_created_at_found ticket_created_at type minmax granularity 1,
  index started_at_found started_at type minmax granularity 1,
  index ended_at_found ended_at type minmax granularity 1
) engine = {{replacing}} partition by toYYYYMM(day) order by (workspace_id, day, ticket, ordinal) {{cleaned}};

create table if not exists {{escalation_fact}} (
  {{head}},
  at DateTime64(3, 'UTC'), cycle UInt32, from_tier LowCardinality(String), to_tier LowCardinality(String),
  from_team LowCardinality(String), to_team LowCardinality(String), from_agent LowCardinality(String),
  by LowCardinality(String), kind LowCardinality(String), context LowCardinality(String),
  confidence Nullable(Float64), priority LowCardinality(String),
  -- What the ticket was about then.
  category LowCardinality(String), product LowCardinality(String), tags Array(LowCardinality(String)),
  index ticket_created_at_found ticket_created_at type minmax granularity 1,
  index at_found at type minmax granularity 1
) engine = {{replacing}} partition by toYYYYMM(day) order by (workspace_id, day, ticket, ordinal) {{cleaned}};

create table if not exists {{survey_fact}} (
  {{head}},
  survey_id String, survey LowCardinality(String), cycle UInt32,
  requested_at Nullable(DateTime64(3, 'UTC')), answered_at Nullable(DateTime64(3, 'UTC')),
  score Nullable(Float64), scale Nullable(Float64), commented UInt8,
  -- Of the ticket by the moment it was asked for.
  escalations UInt32, replies UInt32, handed_on UInt32,
  first_response_ms Nullable(UInt64), resolve_ms Nullable(UInt64), longest_wait_ms Nullable(UInt64),
  path LowCardinality(String), context LowCardinality(String), escalation_kind LowCardinality(String),
  agent LowCardinality(String), team LowCardinality(String), support_tier LowCardinality(String),
  -- What the ticket was about then.
  category LowCardinality(String), product LowCardinality(String), tags Array(LowCardinality(String)),
  index ticket_created_at_found ticket_created_at type minmax granularity 1,
  index requested_at_found requested_at type minmax granularity 1,
  index answered_at_found answered_at type minmax granularity 1
) engine = {{replacing}} partition by toYYYYMM(day) order by (workspace_id, day, ticket, ordinal) {{cleaned}};

create table if not exists {{agent_activity_fact}} (
  {{head}},
  agent LowCardinality(String), started_at DateTime64(3, 'UTC'), ended_at DateTime64(3, 'UTC'), duration_ms UInt64,
  team LowCardinality(String), priority LowCardinality(String), support_tier LowCardinality(String),
  -- The team of whoever worked, beside the ticket's, and whether people had escalated it by then.
  agent_team LowCardinality(String), escalations UInt32,
  -- What the ticket was about then.
  category LowCardinality(String), product LowCardinality(String),
  index ticket_created_at_found ticket_created_at type minmax granularity 1,
  index started_at_found started_at type minmax granularity 1,
  index ended_at_found ended_at type minmax granularity 1
) engine = {{replacing}} partition by toYYYYMM(day) order by (workspace_id, day, ticket, ordinal) {{cleaned}};

-- Cycles of clocks. What has not happened yet stands as it will be if nothing happens, so a row changes only with its ticket.
create table if not exists {{sla_fact}} (
  {{head}},
  metric LowCardinality(String), cycle String, policy LowCardinality(String), policy_version UInt32, calendar LowCardinality(String),
  priority LowCardinality(String), tier LowCardinality(String),
  started_at DateTime64(3, 'UTC'), stopped_at Nullable(DateTime64(3, 'UTC')), target_s Nullable(UInt64), elapsed_s UInt64,
  state LowCardinality(String), due_at Nullable(DateTime64(3, 'UTC')), breach_at Nullable(DateTime64(3, 'UTC')),
  severe_at Nullable(DateTime64(3, 'UTC')), decided_at Nullable(DateTime64(3, 'UTC')),
  team LowCardinality(String), agent LowCardinality(String), support_tier LowCardinality(String),
  charged LowCardinality(String), charged_id LowCardinality(String),
  held_at_breach LowCardinality(String), held_at_breach_id LowCardinality(String),
  -- Team and person that are charged, and those at the breach; of one that is met, whose it was.
  charged_team LowCardinality(String), charged_agent LowCardinality(String),
  breach_team LowCardinality(String), breach_agent LowCardinality(String),
  -- What the ticket was about then.
  category LowCardinality(String), product LowCardinality(String),
  index ticket_created_at_found ticket_created_at type minmax granularity 1,
  index started_at_found started_at type minmax granularity 1,
  index decided_at_found decided_at type minmax granularity 1
) engine = {{replacing}} partition by toYYYYMM(day) order by (workspace_id, day, ticket, ordinal) {{cleaned}};

-- Stretches of people in a state of presence. They are of no ticket; a stretch has one beginning, whatever else is told of it.
create table if not exists {{presence_fact by agent}} (
  workspace_id LowCardinality(String), agent LowCardinality(String), started_at DateTime64(3, 'UTC'), version UInt64, is_deleted UInt8,
  ended_at Nullable(DateTime64(3, 'UTC')), state LowCardinality(String), team LowCardinality(String)
) engine = {{replacing}} partition by toYYYYMM(started_at) order by (workspace_id, agent, started_at);

-- Customers of whom a source has told, from when to when. They are of no ticket; each has one row.
create table if not exists {{customer_fact by customer}} (
  workspace_id LowCardinality(String), customer String, started_at DateTime64(3, 'UTC'), version UInt64, is_deleted UInt8,
  ended_at Nullable(DateTime64(3, 'UTC')), country LowCardinality(String), organisation String
) engine = {{replacing}} order by (workspace_id, customer);

-- Says that the facts hold every ticket the loader has passed. Empty in a new or half rebuilt store.
create table if not exists {{facts_mark by name}} (
  name String, at DateTime64(3, 'UTC'), version UInt64, is_deleted UInt8
) engine = {{replacing}} order by name;
