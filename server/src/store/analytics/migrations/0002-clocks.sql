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
  held_at_breach LowCardinality(String), held_at_breach_id LowCardinality(String)
) engine = {{replacing}} partition by toYYYYMM(created_month) order by (workspace_id, created_month, ticket, ordinal);
