-- Simulations of outages that people keep, each with what came out: the baseline goes on learning, and what was decided rests on what was seen.
create table outage_simulation (
  workspace_id text not null references workspace on delete cascade,
  id           uuid not null,
  name         text not null,
  -- The person or the key that kept it; it alone renames and removes it.
  owner        text not null,
  saved_by     text not null,
  saved_at     timestamptz not null,
  spec         jsonb not null,
  result       jsonb not null,
  primary key (workspace_id, id)
);
create index outage_simulation_owner on outage_simulation (workspace_id, owner);

select raise_walls();
