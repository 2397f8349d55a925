-- What has to be announced to people, apart from what only has to be written down: an import brings millions of steps
-- that are long past, and nobody's warning waits behind them.
alter table ticket add column clock_past_at timestamptz;
create index ticket_clock_past on ticket (clock_past_at) where clock_past_at is not null;
update ticket set clock_past_at = clock_next_at, clock_next_at = (
  select to_timestamp(min((said->20->>(2 * nth + 1))::bigint))
  from json_array_elements(clocks) as said
  cross join lateral generate_series((said->>21)::int, json_array_length(said->20) / 2 - 1) as nth
  where (said->20->>(2 * nth + 1))::bigint >= extract(epoch from now() - interval '15 minutes')
) where clock_next_at < now() - interval '15 minutes';
-- Requests are served in the order of all workspaces.
create index reclock_position on reclock (position);
