-- How often somebody asked a page to be told, within the hour that began then; counted whoever asks, so that no limit says who subscribes already.
alter table status_page add column asked_since timestamptz, add column asked integer not null default 0;

-- `host` is from now on what belongs to one party, `domain` the registrable domain above it: both keyed and hashed.
alter table status_subscriber add column domain text;

-- How often something was agreed beside the versions of a schedule, or ended, and when last: a calendar program takes a shift for changed by it.
alter table on_call_schedule add column changes integer not null default 0, add column changed_at timestamptz;
