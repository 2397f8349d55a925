-- A timer that has come stays, without an instant, until its time counts anew: one that is written late, as whoever writes them was held up, is thus told from one that
-- has been looked at. All are made anew.
alter table automation_timer add column since timestamptz, alter column due_at drop not null;
update automation set timers_of = null where exists (select from automation_timer t where t.workspace_id = automation.workspace_id and t.automation = automation.id);
delete from automation_timer;
alter table automation_timer alter column since set not null;
