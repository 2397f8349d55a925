-- The facts: what happened, ready to be counted. One row per ticket, and one per thing a ticket has several of.
--
-- A row is replaced by a later version of itself and removed by a tombstone, so questions read with FINAL. Sort and
-- partition keys never change for a row: they hang on the creation of the ticket, and where that instant is corrected
-- the old key gets a tombstone. '' stands for "none" in text; instants are UTC; durations are milliseconds.
-- {{…}} is filled in by schema.ts, for one machine or for a cluster.

create table if not exists {{ticket_fact}} (
  workspace_id LowCardinality(String), created_at DateTime64(3, 'UTC'), ticket String, version UInt64, is_deleted UInt8,
  hidden UInt8, hidden_as LowCardinality(String), provisional UInt8,
  channel LowCardinality(String), category LowCardinality(String), product LowCardinality(String),
  requester String, organisation String,
  customer_tier LowCardinality(String), plan LowCardinality(String), country LowCardinality(String), region LowCardinality(String),
  mrr Nullable(Float64), currency LowCardinality(String),
  created_by LowCardinality(String), created_status LowCardinality(String), created_priority LowCardinality(String),
  created_tier LowCardinality(String), created_team LowCardinality(String), created_agent LowCardinality(String),
  created_channel LowCardinality(String), created_category LowCardinality(String), created_product LowCardinality(String),
  created_tags Array(LowCardinality(String)),
  status LowCardinality(String), priority LowCardinality(String), support_tier LowCardinality(String),
  team LowCardinality(String), agent LowCardinality(String), language LowCardinality(String), service_site LowCardinality(String),
  tags Array(LowCardinality(String)),
  first_resolved_at Nullable(DateTime64(3, 'UTC')), first_reopened_at Nullable(DateTime64(3, 'UTC')),
  resolved_at Nullable(DateTime64(3, 'UTC')), resolved_by LowCardinality(String), resolved_agent LowCardinality(String),
  resolved_team LowCardinality(String), resolved_priority LowCardinality(String), resolved_tier LowCardinality(String),
  ttr_first_ms Nullable(UInt64), ttr_full_ms Nullable(UInt64), ttr_active_ms Nullable(UInt64),
  new_ms UInt64, open_ms UInt64, pending_ms UInt64, hold_ms UInt64, gap_ms UInt64,
  requester_wait_ms UInt64, agent_work_ms UInt64,
  first_response_ms Nullable(UInt64), first_response_at Nullable(DateTime64(3, 'UTC')),
  first_response_agent LowCardinality(String), first_response_team LowCardinality(String), first_response_from LowCardinality(String),
  first_reply_clamped UInt8, first_answer_ms Nullable(UInt64), first_answer_by LowCardinality(String),
  longest_wait_ms Nullable(UInt64), waiting_since Nullable(DateTime64(3, 'UTC')),
  handoff_at Nullable(DateTime64(3, 'UTC')), first_escalated_at Nullable(DateTime64(3, 'UTC')),
  escalations UInt32, human_escalations UInt32, tier_changes UInt32, reopens UInt32, cycles UInt32, bursts UInt32, resolvers UInt32,
  outbound UInt8, bot_involved UInt8,
  customer_messages UInt32, agent_replies UInt32, internal_notes UInt32, bot_messages UInt32, automation_messages UInt32,
  reassignments UInt32, transfers UInt32, priority_changes UInt32, confidence_count UInt32, confidence_sum Float64
) engine = {{replacing}} partition by toYYYYMM(created_at) order by (workspace_id, created_at, ticket);

create table if not exists {{response_fact}} (
  {{head}},
  kind LowCardinality(String), cycle UInt32, started_at DateTime64(3, 'UTC'), ended_at Nullable(DateTime64(3, 'UTC')),
  closed_by LowCardinality(String), wait_ms Nullable(UInt64), agent LowCardinality(String), team LowCardinality(String),
  support_tier LowCardinality(String), priority LowCardinality(String)
) engine = {{replacing}} partition by toYYYYMM(created_month) order by (workspace_id, created_month, ticket, ordinal);

create table if not exists {{state_segment_fact}} (
  {{head}},
  cycle UInt32, started_at DateTime64(3, 'UTC'), ended_at Nullable(DateTime64(3, 'UTC')), duration_ms Nullable(UInt64),
  status LowCardinality(String), raw_status LowCardinality(String), holder LowCardinality(String), team LowCardinality(String),
  agent LowCardinality(String), support_tier LowCardinality(String), priority LowCardinality(String)
) engine = {{replacing}} partition by toYYYYMM(created_month) order by (workspace_id, created_month, ticket, ordinal);

create table if not exists {{escalation_fact}} (
  {{head}},
  at DateTime64(3, 'UTC'), cycle UInt32, from_tier LowCardinality(String), to_tier LowCardinality(String),
  from_team LowCardinality(String), to_team LowCardinality(String), from_agent LowCardinality(String),
  by LowCardinality(String), kind LowCardinality(String), reason String, context LowCardinality(String),
  confidence Nullable(Float64), priority LowCardinality(String)
) engine = {{replacing}} partition by toYYYYMM(created_month) order by (workspace_id, created_month, ticket, ordinal);

create table if not exists {{survey_fact}} (
  {{head}},
  survey_id String, survey LowCardinality(String), cycle UInt32,
  requested_at Nullable(DateTime64(3, 'UTC')), answered_at Nullable(DateTime64(3, 'UTC')),
  score Nullable(Float64), scale Nullable(Float64), commented UInt8, agent LowCardinality(String), team LowCardinality(String)
) engine = {{replacing}} partition by toYYYYMM(created_month) order by (workspace_id, created_month, ticket, ordinal);

create table if not exists {{agent_activity_fact}} (
  {{head}},
  agent LowCardinality(String), started_at DateTime64(3, 'UTC'), ended_at DateTime64(3, 'UTC'), duration_ms UInt64,
  team LowCardinality(String), priority LowCardinality(String), support_tier LowCardinality(String)
) engine = {{replacing}} partition by toYYYYMM(created_month) order by (workspace_id, created_month, ticket, ordinal);

-- Says that the facts hold every ticket the loader has passed. Empty in a new or half rebuilt store.
create table if not exists {{facts_mark by name}} (
  name String, at DateTime64(3, 'UTC'), version UInt64, is_deleted UInt8
) engine = {{replacing}} order by name;
