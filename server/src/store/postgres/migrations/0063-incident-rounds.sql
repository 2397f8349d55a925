-- Incidents remember who had which role when, the rounds of the war room, and a response for each time that they began. What was folded before is folded anew by the
-- timer of incidents as the product starts (server/src/ingest/refold-incidents.ts).
alter table incident add column fold smallint not null default 0;
update incident set state = state || jsonb_build_object('responses', '[]'::jsonb, 'ticks', '{}'::jsonb, 'stints', '[]'::jsonb) where state is not null;

-- What is said of an incident that nobody has declared or proposed makes none.
update incident set state = null, stage = null, severity = null, opened_at = null, next_at = null
  where state is not null and state->>'declaredAt' is null and state->>'proposedAt' is null;
