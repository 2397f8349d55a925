/** What the log tells of people's presence and teams, and the latest of it, which the directory keeps. */
import type { DirectoryState, PresenceState } from '@watchdesk/domain/directory';
import type { OrderKey } from '@watchdesk/domain/event';
import type { PresenceEvent } from '@watchdesk/domain/fact';
import type pg from 'pg';

/** Transactions from the first to the last, both included; 64-bit ids as text. */
export interface Span {
  readonly from: string;
  readonly to: string;
}

/** All that was told of somebody at one moment. */
export interface Told {
  /** Of presence and teams, in no order. */
  readonly events: readonly PresenceEvent[];
  /** How many there are of everything that is told of people. */
  readonly count: number;
  /** Those of the transactions that were asked about. */
  readonly fresh: readonly PresenceEvent[];
  /** None is of a later transaction. */
  readonly isUpTo: boolean;
}

interface LogRow extends OrderKey {
  readonly agent: string;
  readonly type: string;
  readonly data: unknown;
  readonly transaction: string;
}

/** Those of whom nothing is told are left out. */
export async function toldOf(
  pool: pg.Pool,
  workspaceId: string,
  agents: readonly string[],
  { from, to }: Span,
): Promise<Map<string, Told>> {
  if (agents.length === 0) return new Map();
  const { rows } = await pool.query<LogRow>(
    `select substr(stream, 7) as agent, source, id, at, seq, type, transaction_id::text as transaction,
       case when type in ('agent.presence', 'agent.upserted') then data end as data
     from event_log where workspace_id = $1 and stream = any($2::text[])`,
    [workspaceId, agents.map((agent) => `agent/${agent}`)],
  );
  const [first, last] = [BigInt(from), BigInt(to)];
  const isFresh = ({ transaction }: LogRow) => BigInt(transaction) >= first && BigInt(transaction) <= last;
  return new Map(
    [...Map.groupBy(rows, ({ agent }) => agent)].map(([agent, own]) => {
      const presence = own.filter(({ data }) => data !== null);
      const told: Told = {
        events: presence.map(eventOf),
        count: own.length,
        fresh: presence.filter(isFresh).map(eventOf),
        isUpTo: own.every(({ transaction }) => BigInt(transaction) <= last),
      };
      return [agent, told];
    }),
  );
}

const eventOf = ({ source, id, at, seq, type, data }: LogRow) => ({ source, id, at, seq, type, data }) as unknown as PresenceEvent;

/** How many events the directory has folded of somebody, the latest of all, and the latest states, the oldest first. */
export interface Latest {
  readonly count: number;
  readonly last: OrderKey;
  readonly states: readonly PresenceState[];
}

/** `last` of who asks has to be in the log still, which can have been emptied and told anew; else there is no answer. */
export async function latestOf(pool: pg.Pool, workspaceId: string, lasts: ReadonlyMap<string, OrderKey>): Promise<Map<string, Latest>> {
  if (lasts.size === 0) return new Map();
  const { rows } = await pool.query<{ agent: string; count: number; last: DirectoryState['lastEvent']; states: PresenceState[] }>(
    `select d.id as agent, (d.state->'eventCount')::integer as count, d.state->'lastEvent' as last, d.state->'presences' as states
     from unnest($2::text[], $3::text[], $4::text[]) as wanted(agent, source, event)
     join directory d on d.workspace_id = $1 and d.kind = 'agent' and d.id = wanted.agent
     where exists (select from event_log l where l.workspace_id = $1 and l.source = wanted.source and l.id = wanted.event)`,
    [workspaceId, [...lasts.keys()], [...lasts.values()].map(({ source }) => source), [...lasts.values()].map(({ id }) => id)],
  );
  return new Map(rows.flatMap(({ agent, count, last, states }) => (last === null ? [] : [[agent, { count, last, states }] as const])));
}

/** The ids of all agents of a workspace, in the order of their bytes, at most `size` at a time. */
export async function* agentPages(pool: pg.Pool, workspaceId: string, size: number): AsyncGenerator<string[]> {
  for (let after = ''; ;) {
    const { rows } = await pool.query<{ id: string }>(
      `select id from directory where workspace_id = $1 and kind = 'agent' and state is not null and id collate "C" > $2
       order by id collate "C" limit $3`,
      [workspaceId, after, size],
    );
    if (rows.length > 0) yield rows.map(({ id }) => id);
    if (rows.length < size) return;
    after = rows.at(-1)!.id;
  }
}
