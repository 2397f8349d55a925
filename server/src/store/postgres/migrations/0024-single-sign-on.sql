-- Single sign-on: the provider of each workspace that has one, what comes back from it once, which sessions it opened, and what a
-- directory that provides people (SCIM) says of them. The client secret is in `secret`.
create table single_sign_on (
  workspace_id text primary key references workspace,
  label        text not null,
  issuer       text not null,
  client_id    text not null,
  domains      text[] not null,
  groups_claim text not null,
  -- What each group makes of somebody, in order: the first with a role says the role.
  groups       jsonb not null,
  -- Null: nobody comes in without a group of the map.
  default_role text,
  makes_people boolean not null,
  passwords    boolean not null,
  saved_by     text not null,
  saved_at     timestamptz not null
);

-- Somebody on the way to a provider and back. The browser has the secret of which this is the hash, and all else is derived from.
create table single_sign_on_attempt (
  hash         bytea primary key,
  workspace_id text not null references workspace,
  next         text,
  expires_at   timestamptz not null
);

-- A session that a provider opened enters the workspace of that provider and no other: one company does not vouch for another.
create table single_sign_on_session (
  session_id   uuid primary key references auth_session on delete cascade,
  workspace_id text not null references workspace
);

-- A person of a provider is one person there.
create unique index auth_account_subject on auth_account ("providerId", "accountId") where "providerId" like 'oidc:%';

-- What a directory calls somebody, and the parts of their name, which it wants to read again as it wrote them.
alter table member add column user_name text, add column given_name text, add column family_name text;
create unique index member_user_name on member (workspace_id, lower(user_name)) where user_name is not null;
