-- Who did what, when and from where: only ever added to. Each entry holds the hash of the one before, so that none can be changed,
-- left out or put in between without it being seen; how far the chain has come stands apart, and locks those who add to it.
create table audit_head (
  workspace_id text primary key references workspace,
  place        bigint not null,
  hash         bytea not null
);
create table audit_entry (
  workspace_id text not null references workspace,
  place        bigint not null,
  at           timestamptz not null,
  actor_kind   text not null,
  actor        text not null,
  action       text not null,
  -- The very text that was hashed; the columns beside it repeat what is searched for.
  content      text not null,
  hash         bytea not null,
  primary key (workspace_id, place)
);
create index audit_entry_at on audit_entry (workspace_id, at desc, place desc);

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is only ever added to', tg_table_name;
end $$;
create trigger audit_entry_stays before update or delete on audit_entry for each row execute function refuse_change();
create trigger audit_entry_stays_whole before truncate on audit_entry for each statement execute function refuse_change();
