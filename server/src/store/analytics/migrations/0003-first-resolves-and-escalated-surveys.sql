-- Whose the first resolve was, and what had happened until it, whatever came after.
alter table {{ticket_fact}}
  add column if not exists first_resolved_agent LowCardinality(String), add column if not exists first_resolved_team LowCardinality(String),
  add column if not exists first_resolved_priority LowCardinality(String), add column if not exists first_resolved_tier LowCardinality(String),
  add column if not exists first_bursts UInt32, add column if not exists first_escalations UInt32,
  add column if not exists first_tier_changes UInt32;
-- How often a ticket had been escalated when it was rated.
alter table {{survey_fact}} add column if not exists escalations UInt32;
