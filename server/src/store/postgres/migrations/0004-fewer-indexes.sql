-- Nothing reads the whole log in the order of transactions: readers follow the outbox, and a replay goes stream by stream.
-- The demonstration asks so for the few events of one source, which it finds by the key.
drop index event_log_reading;
