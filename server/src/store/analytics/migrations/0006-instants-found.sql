-- Which rows a period can hold: of every run of rows the first and the last instant, so that the months before and after are not read.
-- With FINAL they are used exactly (use_skip_indexes_if_final_exact_mode), where ClickHouse knows how; elsewhere not at all.
alter table {{ticket_fact}}
  add index if not exists resolved_at_found resolved_at type minmax granularity 1,
  add index if not exists first_resolved_at_found first_resolved_at type minmax granularity 1;
alter table {{response_fact}}
  add index if not exists started_at_found started_at type minmax granularity 1,
  add index if not exists ended_at_found ended_at type minmax granularity 1;
alter table {{state_segment_fact}}
  add index if not exists started_at_found started_at type minmax granularity 1,
  add index if not exists ended_at_found ended_at type minmax granularity 1;
alter table {{escalation_fact}} add index if not exists at_found at type minmax granularity 1;
alter table {{survey_fact}}
  add index if not exists requested_at_found requested_at type minmax granularity 1,
  add index if not exists answered_at_found answered_at type minmax granularity 1;
alter table {{agent_activity_fact}} add index if not exists started_at_found started_at type minmax granularity 1;
alter table {{sla_fact}} add index if not exists decided_at_found decided_at type minmax granularity 1;
