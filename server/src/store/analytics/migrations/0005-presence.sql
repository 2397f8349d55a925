-- Stretches of people in a state of presence. They are of no ticket; a stretch has one beginning, whatever else is told of it.
create table if not exists {{presence_fact by agent}} (
  workspace_id LowCardinality(String), agent LowCardinality(String), started_at DateTime64(3, 'UTC'), version UInt64, is_deleted UInt8,
  ended_at Nullable(DateTime64(3, 'UTC')), state LowCardinality(String), team LowCardinality(String)
) engine = {{replacing}} partition by toYYYYMM(started_at) order by (workspace_id, agent, started_at);
-- The team of whoever worked, beside the ticket's, and whether people had escalated it by then.
alter table {{agent_activity_fact}}
  add column if not exists agent_team LowCardinality(String), add column if not exists escalations UInt32;
