/**
 * One connection's turn: first what an earlier turn left waiting, then stream after stream, page by page, until nothing is left for now. Between two
 * pages it looks whether it was paused, sends what people ordered, and serves what webhooks hinted at, and pulls anew what is filled already, so that a
 * long back-fill does not keep the present waiting. Nor does it keep others waiting: a turn ends after a minute of it, and goes on when those that are due
 * have had theirs.
 * Everything it does is written down before it goes on, so a turn may end anywhere, by `kill -9` too, and the next goes on from there.
 */
import { CallFailed } from '../connector.ts';
import { deliver, type Reading, type TurnParts } from './deliver.ts';
import { mapVersions } from './maps.ts';
import { orBury } from './or-bury.ts';
import { keepPage, keepTicket, nextWaiting } from './raw-payloads.ts';
import { beginStreams, findLinked, type Linked, streamsOf, type StreamState } from './records.ts';
import { mapAgain } from './remap.ts';
import { endCommands, sendCommands } from './send-commands.ts';
import { TurnEnds } from './turn-ends.ts';

/** The overlap of two pulls (CONNECTORS: things become visible over there later than they say they happened). */
const OVERLAP_SECONDS = 300;
/** Between two pages of a back-fill. */
const MOST_HINTS_BETWEEN = 20;
const HINTS_AT_ONCE = 100;
/** So often a ticket that cannot be pulled is tried; the pull of everything brings it anyway. */
const MOST_HINT_ATTEMPTS = 5;

/** So long a turn may fill. A page that was begun is read to its end. */
const MOST_FILLING_MS = 60_000;

/** `more` where the back-fill goes on in another turn. */
export async function takeTurn(parts: TurnParts, { workspaceId, id }: Pick<Linked, 'workspaceId' | 'id'>): Promise<'done' | 'more'> {
  const { postgres, connector, pace, signal } = parts;
  const begun = await stillMine(parts, { workspaceId, id });
  await beginStreams(postgres.pool, workspaceId, id, connector.streams);
  await servePresent(parts, begun, HINTS_AT_ONCE);
  await mapAgain(parts, begun, () => stillMine(parts, begun));
  await serveAllPresent(parts, begun);
  const isFilled = await fill(parts, begun, pace.now() + MOST_FILLING_MS);
  const isPulled = isFilled !== 'not yet' && (isFilled === 'now' || begun.pullAt.getTime() <= pace.now());
  // What came while it was filled is read in the same turn.
  if (isPulled) await pullNew(parts, begun);
  await serveAllPresent(parts, begun);
  signal.throwIfAborted();
  const now = pace.now();
  await postgres.pool.query(
    `update system_connection set pulled_at = case when $3 then $4 else pulled_at end, pull_at = case when $3 then $5 else pull_at end,
       failures = 0, failure = null, failure_kind = null, failed_at = null where workspace_id = $1 and id = $2`,
    [workspaceId, id, isPulled, new Date(now), new Date(now + begun.pollSeconds * 1000)],
  );
  return isFilled === 'not yet' ? 'more' : 'done';
}

const streamsNow = ({ postgres, connector }: TurnParts, { workspaceId, id }: Linked): Promise<StreamState[]> =>
  streamsOf(postgres.pool, workspaceId, id, connector.streams);

/** Reads history until it is all there, or until the time is over: what was filled before, is by now, or is not yet. */
async function fill(parts: TurnParts, begun: Linked, until: number): Promise<'before' | 'now' | 'not yet'> {
  const { pace } = parts;
  const left = (await streamsNow(parts, begun)).filter(({ filledAt }) => filledAt === null);
  let pullAt = begun.pullAt.getTime();
  const isOver = async () => {
    if (pace.now() >= pullAt) {
      await pullNew(parts, begun);
      pullAt = pace.now() + begun.pollSeconds * 1000;
      await parts.postgres.pool.query('update system_connection set pull_at = $3 where workspace_id = $1 and id = $2', [
        begun.workspaceId,
        begun.id,
        new Date(pullAt),
      ]);
    }
    return pace.now() >= until;
  };
  for (const stream of left) if ((await readStream(parts, begun, stream, isOver)) === 'broken off') return 'not yet';
  return left.length > 0 ? 'now' : 'before';
}

/** What is new of all that is filled. */
async function pullNew(parts: TurnParts, begun: Linked): Promise<void> {
  for (const stream of await streamsNow(parts, begun)) if (stream.filledAt !== null) await readStream(parts, begun, stream);
}

async function serveAllPresent(parts: TurnParts, begun: Linked): Promise<void> {
  while ((await servePresent(parts, begun, HINTS_AT_ONCE)) > 0) await stillMine(parts, begun);
}

/** The connection as it is now. Throws TurnEnds where it is not to be worked on. */
async function stillMine({ postgres, signal }: TurnParts, { workspaceId, id }: Pick<Linked, 'workspaceId' | 'id'>): Promise<Linked> {
  signal.throwIfAborted();
  const now = await findLinked(postgres.pool, workspaceId, id);
  if (!now || now.pausedAt !== null || now.removingAt !== null) throw new TurnEnds('it was paused or removed');
  return now;
}

/** Page after page until there is nothing more, or `isOver` says so between two of them. */
async function readStream(
  parts: TurnParts,
  begun: Linked,
  state: StreamState,
  isOver: () => Promise<boolean> = async () => false,
): Promise<'whole' | 'broken off'> {
  const { postgres, pace, connector, calls } = parts;
  const { stream } = state;
  const historic = state.filledAt === null;
  let { cursor, pages } = state;
  if (!historic && cursor !== null) cursor = connector.earlier?.(stream, cursor, OVERLAP_SECONDS) ?? cursor;
  for (;;) {
    const linked = await stillMine(parts, begun);
    const page = await connector.pull(calls, stream, cursor, { options: linked.options, now: pace.now() });
    const isKept = await keepPage(postgres.pool, linked, { stream, pages, historic, now: pace.now() }, page);
    if (!isKept) throw new TurnEnds('another process reads it');
    pages += 1;
    cursor = page.cursor;
    await deliverWaiting(parts, linked);
    if (page.done) return 'whole';
    await servePresent(parts, linked, MOST_HINTS_BETWEEN);
    if (await isOver()) return 'broken off';
  }
}

/** What is kept and not read yet. */
async function deliverWaiting(parts: TurnParts, linked: Linked): Promise<void> {
  for (let payload = await nextWaiting(parts.postgres.pool, linked); payload; payload = await nextWaiting(parts.postgres.pool, linked)) {
    parts.signal.throwIfAborted();
    const reading = await readingOf(parts, linked);
    await orBury(parts, reading, payload, () => deliver(parts, reading, payload));
  }
}

async function readingOf({ postgres, connector, calls }: TurnParts, linked: Linked): Promise<Reading> {
  const versions = await mapVersions(postgres.pool, { workspaceId: linked.workspaceId, connection: linked.id });
  return { linked, connector, calls, maps: versions[0]!, versions };
}

/** Sends what people ordered, and pulls the tickets of it and those that webhooks spoke of, the longest-waiting first; answers how many were pulled. */
async function servePresent(parts: TurnParts, linked: Linked, most: number): Promise<number> {
  const { postgres, pace, connector, calls, signal } = parts;
  const { workspaceId, id } = linked;
  await deliverWaiting(parts, linked);
  if (connector.command) await sendCommands(parts, await readingOf(parts, linked));
  const { rows } = await postgres.pool.query<{ ticket: string; heard: number }>(
    `select ticket, heard from connection_hint where workspace_id = $1 and connection = $2 and due_at <= $3 order by due_at, ticket limit $4`,
    [workspaceId, id, new Date(pace.now()), most],
  );
  for (const { ticket, heard } of rows) {
    signal.throwIfAborted();
    try {
      const found = connector.pullTicket ? await connector.pullTicket(calls, ticket, { options: linked.options, now: pace.now() }) : [];
      await keepTicket(postgres.pool, linked, { ticket, heard, now: pace.now() }, found);
    } catch (error) {
      // One ticket that the system will not give does not end the turn; trouble with all of it does.
      if (!(error instanceof CallFailed) || error.kind === 'credentials' || error.kind === 'unreachable') throw error;
      await giveUpLater(parts, linked, ticket);
    }
  }
  await deliverWaiting(parts, linked);
  if (connector.command) await endCommands(parts, linked);
  return rows.length;
}

async function giveUpLater({ postgres, pace }: TurnParts, { workspaceId, id }: Linked, ticket: string): Promise<void> {
  await postgres.pool.query(
    `update connection_hint set attempts = attempts + 1, due_at = $4 where workspace_id = $1 and connection = $2 and ticket = $3`,
    [workspaceId, id, ticket, new Date(pace.now() + 60_000)],
  );
  await postgres.pool.query('delete from connection_hint where workspace_id = $1 and connection = $2 and attempts >= $3', [
    workspaceId,
    id,
    MOST_HINT_ATTEMPTS,
  ]);
}
