-- Drills: outages that are none, injected into a demonstration to train people (docs/drill.md).
create table drill (
  workspace_id text not null references workspace on delete cascade,
  -- DRILL-1, DRILL-2 …
  id           text not null,
  number       integer not null,
  scenario     jsonb not null,
  is_surprise  boolean not null,
  seed         integer not null,
  -- Minutes of the drill in a minute of the wall.
  pace         double precision not null,
  started_at   timestamptz not null,
  started_by   text not null,
  -- Up to which millisecond since the start, by its own clock, customers have written.
  told_to      bigint not null default 0,
  -- What was asked for and when: { at, hint }.
  hints        jsonb not null default '[]',
  ended_at     timestamptz,
  -- done, time or stopped.
  ended_for    text,
  -- Score and timeline, as they were when it ended.
  result       jsonb,
  -- When its tickets were removed.
  cleared_at   timestamptz,
  primary key (workspace_id, id)
);
create unique index drill_running on drill (workspace_id) where ended_at is null;

select raise_walls();
