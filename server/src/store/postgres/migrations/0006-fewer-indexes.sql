-- One index for each order: every change of a ticket is written into all of them. Hidden tickets are few, and lists
-- leave them out as they read.
drop index ticket_by_change;
drop index ticket_by_update;
create index ticket_by_update on ticket (workspace_id, updated_at desc, id);
drop index ticket_by_customer;
drop index ticket_by_requester;
create index ticket_by_requester on ticket (workspace_id, requester, created_at desc);
