-- Where automations are so late that they tell nobody: since when, and how much was left out. Gone once they have caught up.
create table automation_behind (
  workspace_id text primary key references workspace on delete cascade,
  since        timestamptz not null,
  left_out     integer not null
);

-- Since when the rule is set aside, as what it heard could not be evaluated or told; its fault says why. Saved or switched on again, it is tried again.
alter table alert_rule add column set_aside_at timestamptz;

select raise_walls();
