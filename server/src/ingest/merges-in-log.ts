/**
 * Which merges are linked and which wait, as the log alone tells it: a merge is linked when the ticket it leads to has
 * an event that does not itself wait. Replay writes by it, the doctor checks by it.
 */

/** The beginning of a query, $1 the workspace: `merges` with every merge, `known(ticket)` with the parents that are known. */
export const MERGES_IN_LOG = `with recursive merges as (
    select source, id, stream, substr(stream, 8) as child, data->>'into' as parent
    from event_log where workspace_id = $1 and type = 'ticket.merged'
  ), known(ticket) as (
    select parent from (select distinct parent from merges) p
    where exists (select from event_log l where l.workspace_id = $1 and l.stream = 'ticket/' || p.parent
                  and l.type not in ('ticket.merged', 'sla.warned', 'sla.breached', 'ticket.sealed'))
    union
    select m.child from merges m join known k on m.parent = k.ticket
  )`;
