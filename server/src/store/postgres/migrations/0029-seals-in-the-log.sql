-- That a ticket is sealed is said in the log, of which sealed_ticket is made anew like every other fold. What was sealed before is told now.
insert into event_log (workspace_id, source, id, at, seq, actor_kind, stream, type, data)
select workspace_id, 'application', 'sealed:' || ticket || ':' || sealed_to, floor(extract(epoch from sealed_at) * 1000)::bigint, 0, 'system',
       'ticket/' || ticket, 'ticket.sealed', jsonb_build_object('to', sealed_to)
from sealed_ticket on conflict do nothing;
