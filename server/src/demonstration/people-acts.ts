/** What people in the browser did to tickets of the demonstration, so that the simulated agents keep their hands off them. */
import type { Postgres } from '../store/postgres/index.ts';
import { SOURCE, WORKSPACE } from './progress.ts';

export interface PeopleAct {
  readonly ticket: string;
  readonly at: number;
  readonly kind: 'took' | 'replied' | 'resolved';
}

export interface PeopleActs {
  /** In the order they were logged. */
  readonly acts: PeopleAct[];
  /** What to ask with the next time: the transaction below which every one has ended, as text. */
  readonly horizon: string;
}

interface Row {
  ticket: string;
  at: number;
  type: string;
  actor: string;
  data: { visibility?: string; to?: unknown };
}

export const BEFORE_ALL = '0';

/**
 * What was logged since the horizon of the answer before. An act whose transaction still runs, or is younger than one
 * that does, is in a later answer: a position is taken before its transaction commits, so positions alone skip some.
 * People write through the source `application` only, and few do: its part of the key is small. So do automations, which take no ticket.
 * Tickets of others, as of a drill, are none of the simulation's, whatever their numbers.
 */
export async function peopleActsSince({ pool }: Postgres, horizon: string): Promise<PeopleActs> {
  const { rows } = await pool.query<(Row | { type: null }) & { horizon: string }>(
    `select now.horizon::text, l.* from (select pg_snapshot_xmin(pg_current_snapshot()) as horizon) now
     left join lateral (
       select transaction_id, position, substr(stream, 8) as ticket, at, type, actor_kind as actor, data from event_log
       where workspace_id = $1 and source = 'application' and stream like 'ticket/${SOURCE}:%' and actor_kind = 'agent'
         and transaction_id >= $2::xid8 and transaction_id < now.horizon
     ) l on true order by l.transaction_id, l.position`,
    [WORKSPACE, horizon],
  );
  const acts = rows.flatMap((row) => (row.type === null ? [] : [{ ticket: row.ticket, at: row.at, kind: kindOf(row) }]));
  return { acts, horizon: rows[0]!.horizon };
}

function kindOf({ type, actor, data }: Row): PeopleAct['kind'] {
  if (type === 'ticket.message' && actor === 'agent' && data.visibility === 'public') return 'replied';
  if (type === 'status.changed' && (data.to === 'resolved' || data.to === 'closed')) return 'resolved';
  return 'took';
}
