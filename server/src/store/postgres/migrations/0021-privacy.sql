-- What is taken out of texts, for how long what is kept, and which tickets have lost their texts to time.

create table privacy_setting (
  workspace_id text primary key references workspace,
  -- Null: as it is at first (redaction/rules.ts, privacy/retention-periods.ts).
  redaction    jsonb,
  retention    jsonb,
  -- When the last nightly run was begun; whoever moves it on does the run.
  retained_at  timestamptz
);

-- No personal text is kept of what happened on these tickets up to an instant (ms since 1970), also where it arrives later.
create table sealed_ticket (
  workspace_id text not null,
  ticket       text not null,
  sealed_to    bigint not null,
  sealed_at    timestamptz not null default now(),
  primary key (workspace_id, ticket)
);

-- Subjects are indexed, and statistics of an index hold its most common values: words that were erased would live on there.
do $$
begin
  alter index personal_data_subject alter column 1 set statistics 0;
exception
  when undefined_table then null;
end $$;

-- The audit log ends somewhere too. Its oldest entries are taken off by who says so in the same transaction, and never younger ones than
-- a year; the chain goes on from the seal of the last that was taken.
alter table audit_head
  add column first_place bigint not null default 1,
  add column first_hash  bytea;
create or replace function refuse_change() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' and current_setting('watchdesk.audit_ends', true) = 'on' then
    if old.at < now() - interval '1 year' then
      return old;
    end if;
  end if;
  raise exception '% is only ever added to', tg_table_name;
end $$;
