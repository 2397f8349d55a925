-- The beginning of a ticket's own number, without its source, in any case: what a person types into a search box.
create index ticket_by_number on ticket (workspace_id, lower(substr(id, strpos(id, ':') + 1)) text_pattern_ops) where not hidden;
