-- Of these nobody was told in time, and their incident goes on: they are paged together, once for each incident.
alter table alert add column owed boolean not null default false;
create index alert_owed on alert (workspace_id) where owed and not finished;
