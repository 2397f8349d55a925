-- What all notices of an alert belong to: of a promise it is the promise, which goes on from alert to alert. Null of one from before, which is its own.
alter table alert add column thread text;
create index alert_thread on alert (workspace_id, thread) where thread is not null;
