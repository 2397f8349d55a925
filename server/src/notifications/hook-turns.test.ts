/** Hooks of a workspace in which much happens: they are told of all of it, in bounded parts, and hold up nobody else. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTold, type Told, WHO } from '../../test/told.ts';
import { createDoor, type Door } from '../ingest/index.ts';

const EVENTS = 1_500;
const HOOKS = 20;
let told: Told;
let door: Door;
beforeAll(async () => {
  told = await startTold();
  door = createDoor({ postgres: told.postgres, clock: told.clock });
});
afterAll(() => told.close());

const hook = (workspace: string, path: string) =>
  told.notifications.hooks.create(
    workspace,
    { targetUrl: told.http.url + path, event: 'ticket.created' },
    { who: WHO, key: null, person: null },
  );
const create = (workspace: string, count: number) =>
  door.accept(
    workspace,
    's',
    Array.from({ length: count }, () => {
      made += 1;
      return {
        id: `e${made}`,
        at: told.clock.now(),
        ticket: `s:${made}`,
        type: 'ticket.created',
        data: { priority: 'P1', requester: 'c' },
      };
    }),
  );
let made = 0;
const messages = async (workspace: string): Promise<number> =>
  (await told.postgres.pool.query('select from outbox_message where workspace_id = $1', [workspace])).rowCount!;

test(`${EVENTS} events for ${HOOKS} hooks go in by small transactions, and another workspace has its turn between them`, async () => {
  await hook('a', '/other');
  for (let index = 0; index < HOOKS; index += 1) await hook('b', `/h${index}`);
  for (let sent = 0; sent < EVENTS; sent += 500) await create('b', 500);
  await told.notifications.hooks.readOn();
  await create('a', 1);
  await told.notifications.hooks.readOn();
  expect(await messages('a')).toBe(1);
  expect(await messages('b')).toBeLessThan((EVENTS * HOOKS) / 5);
  while ((await told.notifications.hooks.readOn()) > 0);
  expect(await messages('b')).toBe(EVENTS * HOOKS);
  const { rows } = await told.postgres.pool.query<{ most: number }>(
    'select max(count)::int as most from (select count(*) from outbox_message group by xmin::text) of_each',
  );
  expect(rows[0]!.most).toBeLessThanOrEqual(1_000);
  expect((await told.postgres.pool.query('select from hook_turn')).rows).toEqual([]);
}, 120_000);

test('two who read at once tell each hook of each event once', async () => {
  await told.postgres.pool.query('delete from outbox_message');
  await create('b', 300);
  const another = told.another();
  for (let quiet = 0; quiet < 3;) {
    const done = await Promise.all([told.notifications.hooks.readOn(), another.hooks.readOn()]);
    quiet = done[0] + done[1] === 0 ? quiet + 1 : 0;
  }
  expect(await messages('b')).toBe(300 * HOOKS);
});
