-- Nothing reads the log in the order of transactions: readers follow the outbox, and a replay goes stream by stream.
drop index event_log_reading;
