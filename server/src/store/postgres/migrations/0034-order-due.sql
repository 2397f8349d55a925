-- When an order that its system did not answer is sent again; null before it was ever sent. Until then the connection goes on without it.
alter table ticket_command add column due_at timestamptz;
-- Nobody who tries it on a desk where people work has said that anything is to be sent there. Connections that are there keep what they do.
alter table system_connection alter column writes_back set default false;
