/**
 * Events that are told again and say something else now, because the words of their source are mapped otherwise: those of the log are replaced, and
 * what heard them is folded anew, in one transaction, so that nobody sees the one without the other. For whoever alone speaks for that source
 * (docs/adr/0035-history-is-mapped-again-by-replacing-its-events.md).
 */
import type pg from 'pg';
import { inTransaction } from '../store/postgres/index.ts';
import { acrossWorkspaces } from '../store/wall.ts';
import { append } from './append.ts';
import { appendToLog } from './append-log.ts';
import type { ClockWork } from './clocks.ts';
import type { Entry } from './entry.ts';
import { forgetNotes } from './forget-notes.ts';
import type { Outcome } from './outcome.ts';
import { refold, withAncestors } from './refold.ts';
import { leaveWord } from './replay.ts';
import { sealedTickets } from './seal-tickets.ts';
import { sorted } from './streams.ts';
import { writePersonal } from './write-personal.ts';

interface Into {
  readonly pool: pg.Pool;
  readonly clockWork: ClockWork;
}

interface Differing {
  readonly entry: Entry;
  /** When the one in the log was received, in milliseconds. It stays the instant of both. */
  readonly firstAt: number;
}

/** Which tickets were merged into which is not taken back: both sides have heard each other since. */
const STAYS = ['ticket.merged', 'ticket.unmerged'];

/** The outcome of each entry, in order: `accepted` also for one that replaced another. `gone` are ids that are no events any more. */
export async function correct(
  into: Into,
  workspaceId: string,
  source: string,
  entries: readonly Entry[],
  gone: readonly string[],
): Promise<Outcome[]> {
  return acrossWorkspaces(async () => {
    const { differing, streams } = await compared(into.pool, workspaceId, source, entries, gone);
    if (streams.length > 0) await replace(into, workspaceId, source, differing, gone, streams);
    const outcomes = entries.length > 0 ? await append(into, workspaceId, entries, { bulk: true }) : [];
    const replaced = new Set(differing.map(({ entry }) => entry.event.id));
    return outcomes.map((outcome) => (outcome.id !== null && replaced.has(outcome.id) ? { id: outcome.id, outcome: 'accepted' } : outcome));
  });
}

/**
 * Entries that the log has otherwise, and the streams that events stand in which are replaced or gone. Personal fields are compared with what is kept of them;
 * where that was forgotten, since it was redacted, or its customer erased, or its ticket sealed, there is nothing to be put right.
 */
async function compared(
  pool: pg.Pool,
  workspaceId: string,
  source: string,
  entries: readonly Entry[],
  gone: readonly string[],
): Promise<{ differing: Differing[]; streams: string[] }> {
  const { rows } = await pool.query<{ id: string; stream: string; receivedAt: Date }>(
    `select l.id, l.stream, l.received_at as "receivedAt"
     from unnest($3::text[], $4::bigint[], $5::int[], $6::text[], $7::text[], $8::text[], $9::text[], $10::jsonb[], $13::jsonb[])
       as n(id, at, seq, actor_kind, actor_id, stream, type, data, personal)
     cross join lateral (select * from event_log l where l.workspace_id = $1 and l.source = $2 and l.id = n.id limit 1) l
     left join lateral (select fields from personal_data p where p.workspace_id = $1 and p.source = $2 and p.event_id = n.id limit 1) p on true
     where not l.type = any($12) and ((coalesce(l.clamped_from, l.at), l.seq, l.actor_kind, l.actor_id, l.stream, l.type, l.data)
       is distinct from (n.at, n.seq, n.actor_kind, n.actor_id, n.stream, n.type, n.data)
       or (p.fields is distinct from n.personal and (p.fields is not null or l.apart is null)))
     union all
     select l.id, l.stream, l.received_at from unnest($11::text[]) as g(id)
     cross join lateral (select * from event_log l where l.workspace_id = $1 and l.source = $2 and l.id = g.id limit 1) l
     where not l.type = any($12)`,
    [
      workspaceId,
      source,
      entries.map(({ event }) => event.id),
      entries.map(({ event, clampedFrom }) => clampedFrom ?? event.at),
      entries.map(({ event }) => event.seq),
      entries.map(({ event }) => event.actor.kind),
      entries.map(({ event }) => event.actor.id ?? null),
      entries.map(({ stream }) => stream),
      entries.map(({ event }) => event.type),
      entries.map(({ event }) => JSON.stringify(event.data)),
      gone,
      STAYS,
      entries.map(({ personal }) => (personal ? JSON.stringify(personal) : null)),
    ],
  );
  const received = new Map(rows.map(({ id, receivedAt }) => [id, receivedAt.getTime()]));
  const differing = entries.flatMap((entry) => {
    const firstAt = received.get(entry.event.id);
    return firstAt === undefined ? [] : [{ entry, firstAt }];
  });
  return { differing, streams: [...new Set([...rows.map(({ stream }) => stream), ...differing.map(({ entry }) => entry.stream)])] };
}

async function replace(
  { pool, clockWork }: Into,
  workspaceId: string,
  source: string,
  differing: readonly Differing[],
  gone: readonly string[],
  streams: readonly string[],
): Promise<void> {
  const told = differing.map(({ entry }) => entry);
  const { tickets: own, ...others } = sorted(streams);
  const ids = [...gone, ...told.map(({ event }) => event.id)];
  await inTransaction(pool, async (client) => {
    const tickets = await withAncestors(client, workspaceId, own);
    await client.query('select from ticket where workspace_id = $1 and id = any($2::text[]) order by id for update', [
      workspaceId,
      tickets,
    ]);
    await takeOut(client, workspaceId, source, ids);
    await appendToLog(
      client,
      workspaceId,
      differing.map(({ entry, firstAt }) => ({ ...entry, receivedAt: firstAt })),
    );
    const states = await refold({ client, clockWork }, workspaceId, { ...others, tickets });
    const sealed = await sealedTickets(client, workspaceId, told);
    await writePersonal(client, workspaceId, told, states, sealed);
    const forgotten = await forgetNotes({ client, clockWork }, workspaceId, told, states, sealed);
    await leaveWord(
      client,
      workspaceId,
      forgotten.map((ticket) => ({ kind: 'ticket', ...ticket })),
    );
  });
}

async function takeOut(client: pg.PoolClient, workspaceId: string, source: string, ids: readonly string[]): Promise<void> {
  await client.query('delete from personal_data where workspace_id = $1 and source = $2 and event_id = any($3::text[])', [
    workspaceId,
    source,
    ids,
  ]);
  await client.query('delete from event_log where workspace_id = $1 and source = $2 and id = any($3::text[]) and not type = any($4)', [
    workspaceId,
    source,
    ids,
    STAYS,
  ]);
}
