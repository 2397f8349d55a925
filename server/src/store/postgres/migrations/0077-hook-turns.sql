-- What hooks of a workspace have not been told of yet, of the log that was read: a bounded part of it goes with each turn, so that those of one workspace hold up no other's.
create table hook_turn (
  workspace_id      text primary key references workspace on delete cascade,
  after_transaction xid8 not null,
  after_position    bigint not null,
  until_transaction xid8 not null,
  until_position    bigint not null
);

select raise_walls();
