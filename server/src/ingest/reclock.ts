/** Runs the clocks of tickets again, in one transaction, because what they were promised by has changed. */
import type { HeardTicket } from '@watchdesk/domain/ticket';
import type pg from 'pg';
import { systemClock } from '../clock.ts';
import { packClock, type StoredClock } from '../store/packed-clocks.ts';
import { inTransaction } from '../store/postgres/index.ts';
import { announcedAs, announcedIn, type ClockWork } from './clocks.ts';
import { foldFromLog } from './fold-tickets.ts';
import { lockRows } from './lock-tickets.ts';
import { writeTickets } from './write-tickets.ts';

/**
 * How many of them have other clocks than before; who watches looks anew, as with history. The loader is told of all that are
 * known: their business time is counted by the rules too, also where no clock of theirs names them.
 */
export function reclockTickets(
  { pool, clockWork }: { pool: pg.Pool; clockWork: ClockWork },
  workspaceId: string,
  ids: readonly string[],
): Promise<number> {
  return inTransaction(pool, async (client) => {
    const tickets = await lockRows(client, workspaceId, ids);
    const known = ids.flatMap((id) => tickets.get(id)?.state ?? []);
    // Stored before there were clocks: what they heard is only in the log.
    const folded = await foldFromLog(
      client,
      workspaceId,
      ids.filter((id) => tickets.get(id) !== undefined && tickets.get(id)!.version > 0 && tickets.get(id)!.state === null),
    );
    const states: HeardTicket[] = [...known, ...folded.values()];
    const clocks = await clockWork.run(client, workspaceId, states, (id) => tickets.get(id)?.clocks ?? null);
    // Where there were none, or none that can be read, what has been announced of them is only in the log.
    const anew = [...clocks].filter(([id]) => tickets.get(id)!.clocks === null);
    const announced = await announcedIn(
      client,
      workspaceId,
      anew.map(([id]) => id),
    );
    for (const [id, own] of announcedAs(new Map(anew), announced)) clocks.set(id, own);
    const isOther = (id: string) => tickets.get(id)!.clocks === null || packed(clocks.get(id)) !== packed(tickets.get(id)!.clocks);
    const changed = states.filter(({ id }) => folded.has(id) || isOther(id));
    const written = await writeTickets(client, workspaceId, new Map(changed.map((state) => [state.id, state])), clocks, {
      now: systemClock.now(),
    });
    const versions = new Map(states.map(({ id }) => [id, tickets.get(id)!.version]));
    for (const { id, version } of written) versions.set(id, version);
    await client.query(
      `insert into outbox (workspace_id, kind, id, version, types, historic)
       select $1, 'ticket', id, version, '{}', true from unnest($2::text[], $3::bigint[]) as new(id, version)`,
      [workspaceId, [...versions.keys()], [...versions.values()]],
    );
    return written.length;
  });
}

const packed = (clocks: readonly StoredClock[] | null | undefined): string => JSON.stringify((clocks ?? []).map(packClock));
