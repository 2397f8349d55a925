-- Whether a payload waits to be read is said by itself: one that is read a second time, for its dead letters, keeps the version it was read by.
alter table raw_payload add column waiting boolean not null default true;
update raw_payload set waiting = false where map_version is not null;
-- The other versions by which its dead letters were tried again. History mapped again empties it.
alter table raw_payload add column retried_by integer[] not null default '{}';
-- How often reading it failed as a whole, so that it does not stand in the way of all others for ever.
alter table raw_payload add column attempts integer not null default 0;

create index raw_payload_waits on raw_payload (workspace_id, connection, id) where waiting;
drop index raw_payload_waiting;
