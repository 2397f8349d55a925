-- Sessions that a passkey opened: its device asked who holds it, so that they have both factors.
create table passkey_session (
  session_id uuid primary key references auth_session on delete cascade
);
