-- How often something was agreed beside the versions of a schedule, or ended, and when last: a calendar program takes a shift for changed by it.
alter table on_call_schedule add column changes integer not null default 0, add column changed_at timestamptz;
