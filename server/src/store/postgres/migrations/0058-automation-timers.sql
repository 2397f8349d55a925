-- When what no column of tickets says becomes too long for an automation: since nobody has it, since the customer is silent.
create table automation_timer (
  workspace_id text not null,
  automation   text not null,
  ticket       text not null,
  due_at       timestamptz not null,
  primary key (workspace_id, automation, ticket),
  foreign key (workspace_id, automation) references automation on delete cascade
);
create index automation_timer_due on automation_timer (workspace_id, automation, due_at);
create index automation_timer_ticket on automation_timer (workspace_id, ticket);

-- By what its timers were made, so that they are made anew where it counts otherwise; and how far through the tickets that has come.
alter table automation
  add column timers_of  text,
  add column seed_after text;

select raise_walls();
