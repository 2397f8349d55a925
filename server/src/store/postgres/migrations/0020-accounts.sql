-- Accounts: the tables of the sign-in library as it wants them, and what is ours: who belongs to which workspace, and who is invited.
create table auth_user (
  id                 uuid primary key default gen_random_uuid(),
  name               text not null,
  email              text not null unique,
  "emailVerified"    boolean not null,
  image              text,
  "createdAt"        timestamptz not null default current_timestamp,
  "updatedAt"        timestamptz not null default current_timestamp,
  "twoFactorEnabled" boolean
);
create table auth_session (
  id          uuid primary key default gen_random_uuid(),
  "expiresAt" timestamptz not null,
  token       text not null unique,
  "createdAt" timestamptz not null default current_timestamp,
  "updatedAt" timestamptz not null,
  "ipAddress" text,
  "userAgent" text,
  "userId"    uuid not null references auth_user on delete cascade
);
create index auth_session_user on auth_session ("userId");
create table auth_account (
  id                      uuid primary key default gen_random_uuid(),
  "accountId"             text not null,
  "providerId"            text not null,
  "userId"                uuid not null references auth_user on delete cascade,
  "accessToken"           text,
  "refreshToken"          text,
  "idToken"               text,
  "accessTokenExpiresAt"  timestamptz,
  "refreshTokenExpiresAt" timestamptz,
  scope                   text,
  password                text,
  "createdAt"             timestamptz not null default current_timestamp,
  "updatedAt"             timestamptz not null
);
create index auth_account_user on auth_account ("userId");
create table auth_verification (
  id          uuid primary key default gen_random_uuid(),
  identifier  text not null,
  value       text not null,
  "expiresAt" timestamptz not null,
  "createdAt" timestamptz not null default current_timestamp,
  "updatedAt" timestamptz not null default current_timestamp
);
create index auth_verification_identifier on auth_verification (identifier);
create table auth_two_factor (
  id                        uuid primary key default gen_random_uuid(),
  secret                    text not null,
  "backupCodes"             text not null,
  "userId"                  uuid not null references auth_user on delete cascade,
  verified                  boolean,
  "failedVerificationCount" integer,
  "lockedUntil"             timestamptz
);
create index auth_two_factor_user on auth_two_factor ("userId");
create table auth_passkey (
  id             uuid primary key default gen_random_uuid(),
  name           text,
  "publicKey"    text not null,
  "userId"       uuid not null references auth_user on delete cascade,
  "credentialID" text not null,
  counter        integer not null,
  "deviceType"   text not null,
  "backedUp"     boolean not null,
  transports     text,
  "createdAt"    timestamptz,
  aaguid         text
);
create index auth_passkey_user on auth_passkey ("userId");
create index auth_passkey_credential on auth_passkey ("credentialID");

create table member (
  workspace_id text not null references workspace,
  user_id      uuid not null references auth_user,
  role         text not null,
  -- The agent of the help desk that the person is, and the teams they see besides those of the agent.
  agent_id     text,
  teams        text[] not null default '{}',
  active       boolean not null default true,
  -- What another system that provides people calls them.
  external_id  text,
  joined_at    timestamptz not null default now(),
  primary key (workspace_id, user_id)
);
create index member_user on member (user_id);
create unique index member_agent on member (workspace_id, agent_id) where agent_id is not null;
create unique index member_external on member (workspace_id, external_id) where external_id is not null;

create table invitation (
  workspace_id text not null references workspace,
  id           text not null,
  email        text not null,
  role         text not null,
  agent_id     text,
  teams        text[] not null,
  hash         bytea not null unique,
  invited_by   text not null,
  created_at   timestamptz not null,
  expires_at   timestamptz not null,
  accepted_at  timestamptz,
  revoked_at   timestamptz,
  primary key (workspace_id, id)
);

-- Failures to sign in, by a hash of whom they were about and where from.
create table sign_in_failure (
  key   bytea primary key,
  count integer not null,
  since timestamptz not null
);

alter table workspace add column visibility jsonb;
-- Personas are of the demonstration alone from now on.
delete from session s using workspace w where w.workspace_id = s.workspace_id and w.kind <> 'demonstration';
