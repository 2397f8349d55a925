-- Until when a connection waits for the limits of its system; in the past or null when it does not.
alter table system_connection add column waits_until timestamptz;
