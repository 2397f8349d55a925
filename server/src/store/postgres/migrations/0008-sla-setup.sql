-- The steps of setting up promises that people have ticked; the others are seen from what there is.
create table sla_setup (
  workspace_id text not null references workspace,
  step         text not null,
  ticked_at    timestamptz not null default now(),
  ticked_by    text not null,
  primary key (workspace_id, step)
);
