-- Clocks as lists (store/packed-clocks.ts): half as long, and written at every change.
update ticket set clocks = (
  select coalesce(json_agg(json_build_array(
    c->>'metric', c->>'cycle', c->'policy'->>'id', c->'policy'->'version', c->'calendar'->>'id', c->'calendar'->'version',
    c->>'priority', c->>'tier', c->'start', c->'stop', c->'target', c->'elapsed', c->'asOf', c->>'state',
    case when c->>'isRunning' = 'true' then 1 else 0 end, c->'due', c->'breachAt', c->'wouldBreachAt',
    case when c->>'chargedTo' is null then null else json_build_array(c->'chargedTo'->>'holder', c->'chargedTo'->>'id') end,
    case when c->>'heldAtBreach' is null then null else json_build_array(c->'heldAtBreach'->>'holder', c->'heldAtBreach'->>'id') end,
    (select coalesce(json_agg(part order by place, half), '[]') from json_array_elements(c->'announcements') with ordinality as a(said, place)
      cross join lateral (values (1, said->'step'), (2, said->'at')) as halves(half, part)),
    c->'announced'
  ) order by nth), '[]') from json_array_elements(clocks) with ordinality as own(c, nth)
) where clocks is not null;
