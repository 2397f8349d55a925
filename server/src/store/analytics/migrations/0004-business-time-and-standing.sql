-- Durations within opening hours beside those by the clock on the wall; null where no calendar is known.
alter table {{ticket_fact}}
  add column if not exists ttr_first_business_ms Nullable(UInt64), add column if not exists ttr_full_business_ms Nullable(UInt64),
  add column if not exists ttr_active_business_ms Nullable(UInt64), add column if not exists new_business_ms Nullable(UInt64),
  add column if not exists open_business_ms Nullable(UInt64), add column if not exists pending_business_ms Nullable(UInt64),
  add column if not exists hold_business_ms Nullable(UInt64), add column if not exists gap_business_ms Nullable(UInt64),
  add column if not exists requester_wait_business_ms Nullable(UInt64), add column if not exists agent_work_business_ms Nullable(UInt64),
  add column if not exists first_response_business_ms Nullable(UInt64), add column if not exists first_answer_business_ms Nullable(UInt64),
  add column if not exists longest_wait_business_ms Nullable(UInt64), add column if not exists first_answer_at Nullable(DateTime64(3, 'UTC'));
alter table {{response_fact}} add column if not exists wait_business_ms Nullable(UInt64);
alter table {{state_segment_fact}} add column if not exists duration_business_ms Nullable(UInt64);
-- What else was known of the customer when the ticket was created; new tables have it from their head.
alter table {{ticket_fact}}
  add column if not exists domain LowCardinality(String), add column if not exists tenure LowCardinality(String),
  add column if not exists lifecycle LowCardinality(String);
alter table {{response_fact}}
  add column if not exists domain LowCardinality(String), add column if not exists tenure LowCardinality(String),
  add column if not exists lifecycle LowCardinality(String);
alter table {{state_segment_fact}}
  add column if not exists domain LowCardinality(String), add column if not exists tenure LowCardinality(String),
  add column if not exists lifecycle LowCardinality(String);
alter table {{escalation_fact}}
  add column if not exists domain LowCardinality(String), add column if not exists tenure LowCardinality(String),
  add column if not exists lifecycle LowCardinality(String);
alter table {{survey_fact}}
  add column if not exists domain LowCardinality(String), add column if not exists tenure LowCardinality(String),
  add column if not exists lifecycle LowCardinality(String);
alter table {{agent_activity_fact}}
  add column if not exists domain LowCardinality(String), add column if not exists tenure LowCardinality(String),
  add column if not exists lifecycle LowCardinality(String);
alter table {{sla_fact}}
  add column if not exists domain LowCardinality(String), add column if not exists tenure LowCardinality(String),
  add column if not exists lifecycle LowCardinality(String);
