-- `host` is from now on what belongs to one party, `domain` the registrable domain above it: both keyed and hashed.
alter table status_subscriber add column domain text;
