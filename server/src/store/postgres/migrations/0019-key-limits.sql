-- How long a key works, from where, and the secret it had before it was renewed, for as long as both are taken.
alter table api_key
  add column expires_at     timestamptz,
  add column allowed_from   text[],
  add column previous_hash  bytea unique,
  add column previous_until timestamptz;
