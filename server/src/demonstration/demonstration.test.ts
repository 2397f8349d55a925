/** The demonstration told in pieces, with stops and starts between them, is the one told in a single breath. */
import { createContactCentre } from '@watchdesk/simulator';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { postgresDatabase } from '../../test/databases.ts';
import { createDoor } from '../ingest/index.ts';
import { openPostgres } from '../store/postgres/index.ts';
import { tellHistory } from './history.ts';
import { historySoFar } from './history-so-far.ts';
import { tellLive } from './live.ts';
import { BEFORE_ALL, peopleActsSince } from './people-acts.ts';
import { beginProgress, type Progress, readProgress, SOURCE, TIME_ZONE, WORKSPACE } from './progress.ts';
import { createTelling, type Telling } from './telling.ts';

const HOUR = 3_600_000;
const LIVE_FROM = Date.UTC(2026, 2, 3, 12);
const START_AT = LIVE_FROM - 30 * HOUR;

const postgres = openPostgres(await postgresDatabase());
const warnings: string[] = [];
let now = LIVE_FROM;
const clock = { now: () => now };
const door = createDoor({ postgres, clock });
afterAll(() => postgres.close());

const telling = (signal: AbortSignal): Telling => createTelling({ postgres, door, clock, signal, warn: (text) => warnings.push(text) });
const loggedIds = async () => {
  const { rows } = await postgres.pool.query<{ id: string }>('select id from event_log where workspace_id = $1 and source = $2', [
    WORKSPACE,
    SOURCE,
  ]);
  return rows.map(({ id }) => id).toSorted();
};
const centre = () => createContactCentre({ seed: 3, startAt: START_AT, liveFrom: LIVE_FROM, timeZone: TIME_ZONE });

/** What one uninterrupted telling would have said by `to`. */
function expectedIds(to: number): string[] {
  const whole = centre();
  const events = [...whole.directory(), ...[...whole.history({ to: LIVE_FROM })].flat(), ...whole.advance(to)];
  return events.map(({ id }) => id).toSorted();
}

/** Runs the live stream until everything due is told, then stops it as a shutdown does. */
async function liveUntil(instant: number): Promise<void> {
  now = instant;
  const stop = new AbortController();
  const running = tellLive(telling(stop.signal), (await readProgress(postgres))!);
  while ((await readProgress(postgres))!.toldUntil < instant - 10 * 60_000) await new Promise((wait) => setTimeout(wait, 50));
  await new Promise((wait) => setTimeout(wait, 300));
  stop.abort();
  await running;
}

beforeAll(() =>
  beginProgress(postgres, {
    model: 1,
    seed: 3,
    startAt: START_AT,
    liveFrom: LIVE_FROM,
    anchor: { realAt: LIVE_FROM, simulatedAt: LIVE_FROM, speed: 1 },
    hasDirectory: false,
    daysTold: 0,
    toldUntil: LIVE_FROM,
  } satisfies Progress),
);

test('history cut off after its newest day goes on with the next, and says how far back it is', async () => {
  expect(await historySoFar(postgres, WORKSPACE)).toEqual({ complete: false, since: null });
  const stop = new AbortController();
  await tellHistory(telling(stop.signal), (await readProgress(postgres))!, () => stop.abort());
  expect(await readProgress(postgres)).toMatchObject({ hasDirectory: true, daysTold: 1 });
  expect(await historySoFar(postgres, WORKSPACE)).toEqual({ complete: false, since: '2026-03-03' });
  expect(await historySoFar(postgres, 'another')).toEqual({ complete: true, since: null });
  await tellHistory(telling(new AbortController().signal), (await readProgress(postgres))!, () => {});
  expect(await readProgress(postgres)).toMatchObject({ daysTold: null });
  expect(await historySoFar(postgres, WORKSPACE)).toEqual({ complete: true, since: null });
  expect(await loggedIds()).toEqual(expectedIds(LIVE_FROM));
});

test('the live stream, stopped and started again after hours, has no gap and nothing twice', async () => {
  await liveUntil(LIVE_FROM + HOUR / 4);
  await liveUntil(LIVE_FROM + 8 * HOUR);
  expect(await loggedIds()).toEqual(expectedIds(LIVE_FROM + 8 * HOUR));
  expect(warnings).toEqual([]);
});

test('what a crash left unnoted is told again and changes nothing', async () => {
  const before = await loggedIds();
  await postgres.pool.query(
    `update workspace set settings = jsonb_set(settings, '{demonstration,toldUntil}', $2::jsonb) where workspace_id = $1`,
    [WORKSPACE, String(LIVE_FROM + 5 * HOUR)],
  );
  await liveUntil(LIVE_FROM + 8 * HOUR);
  expect(await loggedIds()).toEqual(before);
});

test('a ticket a person takes is left alone by the simulated agents', async () => {
  const { rows } = await postgres.pool.query<{ id: string }>(
    `select id from ticket where workspace_id = $1 and status in ('new', 'open') and channel = 'email' and not hidden order by created_at desc limit 1`,
    [WORKSPACE],
  );
  const { id } = rows[0]!;
  const act = {
    id: 'take',
    at: now,
    ticket: id,
    actor: { kind: 'agent', id: 'somebody' },
    type: 'assignee.changed',
    data: { to: 'somebody' },
  };
  expect(await door.accept(WORKSPACE, 'application', [act])).toEqual([{ id: 'take', outcome: 'accepted' }]);
  // Transactions of other databases of the cluster hold back what may be read.
  await expect.poll(async () => (await peopleActsSince(postgres, BEFORE_ALL)).acts, { timeout: 20_000 }).toMatchObject([{ ticket: id }]);
  const takenAt = now;
  await liveUntil(now + 24 * HOUR);
  const after = await postgres.pool.query<{ actor: string }>(
    `select distinct actor_kind as actor from event_log where workspace_id = $1 and stream = 'ticket/' || $2 and at > $3 and source = $4`,
    [WORKSPACE, id, takenAt, SOURCE],
  );
  expect(after.rows.map(({ actor }) => actor)).not.toContain('agent');
});
