-- A request is served once nobody can still be writing by what was true before it (sla/reclocking.ts).
alter table reclock
  -- When it was first seen, and so was committed.
  add column seen_at   timestamptz,
  -- Every transaction that began to write before this one has ended when its request is served.
  add column waits_for xid8;
create index reclock_unstamped on reclock (position) where waits_for is null;
