-- What lists of tickets show and ask for.

-- Figures of the state that every row of a list shows, so that a list need not unpack whole states.
alter table ticket
  add column raw_status      text,
  add column url             text,
  add column last_speaker    text,
  add column replies         integer,
  add column reopens         integer,
  add column escalations     integer,
  add column last_escalation json,
  -- Since when status, team, assignee and support tier are as they are.
  add column held_since      timestamptz;

-- One index per order, in the very form of the order (tickets/order.ts): empty keys last, the id against the key.
create index ticket_by_priority on ticket (workspace_id, priority, id desc) where not hidden;
create index ticket_by_waiting on ticket (workspace_id, waiting_since, id desc) where not hidden;
drop index ticket_by_resolution;
create index ticket_by_resolution on ticket (workspace_id, resolved_at desc nulls last, id) where not hidden;

-- Totals and facets read whole tickets but for the state, which therefore stands apart from the rest of the row.
alter table ticket set (toast_tuple_target = 256);

-- Words of subjects. Every PostgreSQL carries pg_trgm, but a role may lack the right to install it: then a search reads
-- the subjects one by one, which is slower and as right.
do $$
begin
  create extension if not exists pg_trgm;
  create index personal_data_subject on personal_data using gin ((coalesce(fields->>'subject', fields->>'to')) gin_trgm_ops)
    where stream like 'ticket/%' and (fields ? 'subject' or fields ? 'to');
exception
  when insufficient_privilege or undefined_file or feature_not_supported then raise notice 'pg_trgm is not available';
end $$;
