-- What must be read again, sealed with a key that the database does not have. Of the installation itself where there is no workspace.
create table secret (
  workspace_id text references workspace on delete cascade,
  purpose      text not null,
  id           text not null,
  sealed       bytea not null,
  -- Which key opens it; that stands in the seal as well.
  key_id       text not null,
  saved_at     timestamptz not null,
  unique nulls not distinct (workspace_id, purpose, id)
);

-- Letters. What one says, with its link, is a secret until it is sent, and then gone; here stays that it was sent, for a while.
create table mail (
  workspace_id text references workspace on delete cascade,
  id           uuid primary key,
  template     text not null,
  recipient    text not null,
  state        text not null default 'waiting' check (state in ('waiting', 'sent', 'failed')),
  attempts     integer not null default 0,
  -- When it is tried. Who tries moves it on first, by as long as a try may take: of a process that dies nothing else need be undone.
  next_at      timestamptz not null,
  -- After that nobody wants it any more.
  until        timestamptz,
  -- What the last try met.
  reason       text,
  made_at      timestamptz not null,
  ended_at     timestamptz
);
create index mail_due on mail (next_at) where state = 'waiting';
create index mail_made on mail (workspace_id, made_at desc, id);
