-- What customers were told of an incident is found without reading all that happened to it: a status page asks for it whenever anything changes.
create index event_log_updates on event_log (workspace_id, stream, at) where type = 'incident.update_posted';
