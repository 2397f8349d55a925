-- What guards the way in besides the password: codes of an authenticator that were used, the browsers an account has come in by, and whether a
-- workspace wants a second factor of everybody.
create table used_code (
  user_id uuid not null references auth_user on delete cascade,
  hash    bytea not null,
  used_at timestamptz not null,
  primary key (user_id, hash)
);
create table known_browser (
  user_id uuid not null references auth_user on delete cascade,
  hash    bytea not null,
  seen_at timestamptz not null,
  primary key (user_id, hash)
);
alter table workspace add column wants_second_factor boolean not null default false;
