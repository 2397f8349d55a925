/** What an overview answers when it is asked by many at once, without ClickHouse, and while the facts are made anew. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { clickhouseDatabase, postgresDatabase } from '../../test/databases.ts';
import { createDoor } from '../ingest/index.ts';
import { createLoader, openAnalytics, rebuildFacts } from '../store/analytics/index.ts';
import { openPostgres } from '../store/postgres/index.ts';
import { createOverview } from './index.ts';

const postgres = openPostgres(await postgresDatabase());
const analytics = openAnalytics(await clickhouseDatabase());
const { pool } = postgres;
let now = Date.UTC(2026, 3, 1);
const clock = { now: () => now };
const door = createDoor({ postgres, clock });
const loader = createLoader({ postgres, analytics, clock });
const overview = createOverview({
  postgres,
  analytics,
  clock,
  onError: (error) => {
    throw error;
  },
});

beforeAll(() => loader.drain());
afterAll(() => Promise.all([postgres.close(), analytics.close()]));

let workspaces = 0;
async function newWorkspace(): Promise<string> {
  const id = `w${(workspaces += 1)}`;
  await pool.query('insert into workspace (workspace_id, name) values ($1, $1)', [id]);
  return id;
}
const value = (answer: Awaited<ReturnType<typeof overview.ask>>, id: string) => answer.tiles.find((tile) => tile.id === id)!;

test('many watchers of one question make one', async () => {
  now += 60_000;
  let asked = 0;
  const counting = {
    ...analytics,
    reader: new Proxy(analytics.reader, { get: (target, name) => (name === 'query' && (asked += 1), Reflect.get(target, name)) }),
  };
  const shared = createOverview({ postgres, analytics: counting, clock });
  const workspace = await newWorkspace();
  await shared.ask(workspace, {});
  const once = asked;
  await Promise.all(Array.from({ length: 20 }, () => shared.ask(workspace, {})));
  expect(asked).toBe(once);
  now += 2_500;
  await shared.ask(workspace, {});
  expect(asked).toBe(2 * once);
});

test('without ClickHouse the last answer stays, and what PostgreSQL knows is there', async () => {
  now += 60_000;
  let down = false;
  const errors: unknown[] = [];
  const failing = {
    ...analytics,
    reader: new Proxy(analytics.reader, {
      get: (target, name) => {
        if (down) throw new Error('connection refused');
        return Reflect.get(target, name);
      },
    }),
  };
  const degraded = createOverview({ postgres, analytics: failing, clock, onError: (error) => errors.push(error) });
  const workspace = await newWorkspace();
  const good = await degraded.ask(workspace, {});
  down = true;
  now += 10_000;
  expect(await degraded.ask(workspace, {})).toMatchObject({ asOf: good.asOf, now: { waiting: 0 } });
  expect(await degraded.ask(workspace, { timeZone: 'Asia/Tokyo' })).toMatchObject({ asOf: null, arrivals: [], now: { waiting: 0 } });
  expect(errors).toHaveLength(2);
});

test('while the facts are made anew the last answer stays, and a question not asked before has none', async () => {
  now += 60_000;
  const workspace = await newWorkspace();
  await door.accept(workspace, 's', [
    { id: 'c', at: now - 60_000, ticket: 's:1', type: 'ticket.created', data: {}, actor: { kind: 'customer' } },
  ]);
  await loader.drain();
  const good = await overview.ask(workspace, {});
  expect(value(good, 'created').value).toBe(1);
  // A rebuild that was cut short after it had emptied the facts.
  const broken = { ...analytics, insert: () => Promise.reject(new Error('out of reach')) };
  await expect(rebuildFacts({ pool, analytics: broken })).rejects.toThrow('out of reach');
  now += 10_000;
  const stale = await overview.ask(workspace, {});
  expect([stale.asOf, value(stale, 'created').value]).toEqual([good.asOf, 1]);
  const unknown = await overview.ask(workspace, { timeZone: 'Asia/Tokyo' });
  expect([unknown.asOf, value(unknown, 'created').value]).toEqual([null, null]);
  await createLoader({ postgres, analytics, clock }).drain();
  now += 10_000;
  const mended = await overview.ask(workspace, {});
  expect([mended.asOf, value(mended, 'created').value]).toEqual([new Date(now).toISOString(), 1]);
});
