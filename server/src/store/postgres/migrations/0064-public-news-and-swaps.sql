-- A maintenance that is planned otherwise is news: when it was said last, and from when until when it was to be before.
alter table status_maintenance add column moved_at timestamptz, add column was_from timestamptz, add column was_to timestamptz;

-- Paths that a page had: they lead to it, and nobody else may have them.
alter table status_page add column former_slugs text[] not null default '{}';

-- The host of a webhook, keyed and hashed as the whole of it is: of one host only so many are taken.
alter table status_subscriber add column host text;

-- Two shifts that somebody offers a colleague to exchange; it is agreed where the other accepts it, and nobody is forced.
create table on_call_swap (
  workspace_id text not null,
  id           text not null,
  schedule     text not null,
  -- As schedules name people: who gives the first shift, and who is asked to give the second for it.
  offered_by   text not null,
  offered_to   text not null,
  first_from   timestamptz not null,
  first_to     timestamptz not null,
  second_from  timestamptz not null,
  second_to    timestamptz not null,
  reason       text not null,
  made_at      timestamptz not null,
  made_by      text not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, schedule) references on_call_schedule on delete cascade
);
create index on_call_swap_schedule on on_call_swap (workspace_id, schedule);

-- With whom an override was exchanged; null where it was not.
alter table on_call_override add column swapped_with text;

select raise_walls();
