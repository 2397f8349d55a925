import type { SentEvent } from '@watchdesk/domain/event';
import { afterAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { postgresDatabase } from '../../test/databases.ts';
import { announceDue, checkStores, createDoor, replay } from '../ingest/index.ts';
import { askToReclock, ensureRules } from '../rules/index.ts';
import { readClocks } from '../store/packed-clocks.ts';
import { openPostgres } from '../store/postgres/index.ts';
import { createReclocking } from './index.ts';
import { createTimer } from './timer.ts';

const postgres = openPostgres(await postgresDatabase());
afterAll(() => postgres.close());

/** A Tuesday, 12:00 UTC. The policies to begin with run P1 around the clock: 15 minutes to answer, 4 hours to resolve. */
const NOON = Date.UTC(2026, 5, 2, 12);
const MINUTE = 60_000;
let now = NOON;
const door = createDoor({ postgres, clock: { now: () => now } });

let workspace = '';
let workspaces = 0;
beforeEach(async () => {
  now = NOON;
  workspace = `w${(workspaces += 1)}`;
  await postgres.pool.query('delete from ticket');
  await postgres.pool.query('insert into workspace (workspace_id, name) values ($1, $1)', [workspace]);
  await ensureRules(postgres, workspace);
});

const created = (ticket: string, at: number): SentEvent<'ticket.created'> => ({
  id: `${ticket}-created`,
  at,
  ticket: `s:${ticket}`,
  actor: { kind: 'customer', id: 'c' },
  type: 'ticket.created',
  data: { priority: 'P1', requester: 'c', channel: 'email' },
});
const reply = (ticket: string, at: number): SentEvent<'ticket.message'> => ({
  id: `${ticket}-reply-${at}`,
  at,
  ticket: `s:${ticket}`,
  actor: { kind: 'agent', id: 'a' },
  type: 'ticket.message',
  data: { messageId: `${ticket}-${at}`, visibility: 'public' },
});

/** What stands in the log of announcements: clock, step, and minutes after noon, in the order they were made. */
async function announcements(ticket = 's:1'): Promise<[string, number | 'breach', number][]> {
  const { rows } = await postgres.pool.query<{ data: { clock: string; step?: number; at: number } }>(
    `select data from event_log where workspace_id = $1 and stream = $2 and type like 'sla.%' order by position`,
    [workspace, `ticket/${ticket}`],
  );
  return rows.map(({ data }) => [data.clock, data.step ?? 'breach', (data.at - NOON) / MINUTE]);
}
const ofFirstResponse = async () => (await announcements()).filter(([clock]) => clock === 'first_response').map(([, ...rest]) => rest);

async function word(): Promise<string[][]> {
  const { rows } = await postgres.pool.query<{ types: string[] }>(
    `select types from outbox where workspace_id = $1 and types && array['sla.warned', 'sla.breached'] order by position`,
    [workspace],
  );
  return rows.map(({ types }) => types);
}

/** All that is due at so many minutes after noon. */
async function announceAt(minutes: number): Promise<void> {
  now = NOON + minutes * MINUTE;
  for (const lane of ['live', 'history'] as const) while ((await announceDue(postgres.pool, lane, now, 500)).tickets > 0);
}

describe('a clock that runs', () => {
  test('is announced at each step, once, and when it is breached', async () => {
    await door.accept(workspace, 's', [created('1', NOON)]);
    for (const minutes of [7, 7.5, 7.5, 12, 13.5, 14.9, 15, 15, 30]) await announceAt(minutes);
    expect(await ofFirstResponse()).toEqual([
      [50, 7.5],
      [80, 12],
      [90, 13.5],
      [100, 15],
      ['breach', 15],
      [200, 30],
    ]);
  });

  test('is not announced any more once it is answered', async () => {
    await door.accept(workspace, 's', [created('1', NOON)]);
    await announceAt(8);
    await door.accept(workspace, 's', [reply('1', NOON + 9 * MINUTE)]);
    await announceAt(14);
    expect(await ofFirstResponse()).toEqual([[50, 7.5]]);
  });

  test('tells whoever listens', async () => {
    await door.accept(workspace, 's', [created('1', NOON)]);
    await announceAt(12);
    expect(await word()).toEqual([['sla.warned']]);
  });
});

test('after a stop everything is caught up in order, and what is older than a quarter of an hour is not told', async () => {
  await door.accept(workspace, 's', [created('1', NOON)]);
  await announceAt(29);
  expect(await ofFirstResponse()).toEqual([
    [50, 7.5],
    [80, 12],
    [90, 13.5],
    [100, 15],
    ['breach', 15],
  ]);
  // At 29 minutes 50, 80 and 90 % are too old: the one word is about 100 % and the breach, and nothing else.
  expect(await word()).toEqual([['sla.warned', 'sla.breached']]);
  await announceAt(31);
  expect((await word()).length).toBe(2);
});

test('history is written down in silence', async () => {
  const lastYear = NOON - 365 * 86_400_000;
  await door.bulk(workspace, 's', [created('1', lastYear), reply('1', lastYear + 20 * MINUTE)]);
  await announceAt(0);
  expect((await ofFirstResponse()).map(([step]) => step)).toEqual([50, 80, 90, 100, 'breach']);
  expect(await word()).toEqual([]);
});

test('nobody’s warning waits behind what only has to be written down', async () => {
  const lastYear = NOON - 365 * 86_400_000;
  await door.bulk(
    workspace,
    's',
    Array.from({ length: 20 }, (_, index) => created(`old-${index}`, lastYear)),
  );
  // Its first response was breached half an hour ago, and that is history; half of the time to solve it is up in a minute.
  await door.bulk(workspace, 's', [created('1', NOON - 119 * MINUTE)]);
  now = NOON + MINUTE;
  await announceDue(postgres.pool, 'live', now, 1);
  expect((await announcements()).at(-1)).toEqual(['resolution', 50, 1]);
  expect(await word()).toEqual([['sla.warned']]);
  expect((await announcements('s:old-0')).length).toBe(0);
  await announceAt(1);
  expect((await announcements('s:old-0')).length).toBeGreaterThan(5);
  expect(await word()).toHaveLength(1);
  expect((await checkStores(postgres, workspace)).findings).toEqual([]);
});

test('the timer waits for a ticket that somebody holds, and then announces it', async () => {
  await door.accept(workspace, 's', [created('1', NOON)]);
  now = NOON + 8 * MINUTE;
  const troubles: unknown[] = [];
  const queries: string[] = [];
  const query = postgres.pool.query.bind(postgres.pool);
  const watched = Object.create(postgres.pool) as typeof postgres.pool;
  watched.query = ((...args: Parameters<typeof query>) => {
    queries.push(String((args[0] as { name?: string }).name));
    return query(...args);
  }) as typeof query;
  const holder = await postgres.pool.connect();
  await holder.query('begin');
  await holder.query('select from ticket where workspace_id = $1 for update', [workspace]);
  const timer = createTimer({
    postgres: { ...postgres, pool: watched },
    clock: { now: () => now },
    onTrouble: (error) => troubles.push(error),
  });
  timer.start();
  await vi.waitFor(() => expect(queries.length).toBeGreaterThan(3));
  expect(await ofFirstResponse()).toEqual([]);
  await holder.query('rollback');
  holder.release();
  await vi.waitFor(async () => expect(await ofFirstResponse()).toEqual([[50, 7.5]]));
  await timer.stop();
  expect(troubles).toEqual([]);
});

test('clocks that cannot be read are passed over, told of once, and run again; the others are announced', async () => {
  await door.accept(workspace, 's', [created('1', NOON), created('2', NOON + 1000)]);
  await announceAt(7.5);
  expect(await ofFirstResponse()).toEqual([[50, 7.5]]);
  // As an older version wrote them.
  await postgres.pool.query(`update ticket set clocks = '[{"metric":"first_response"}]' where workspace_id = $1 and id = 's:1'`, [
    workspace,
  ]);
  const troubles: Error[] = [];
  let looks = 0;
  const timer = createTimer({
    postgres,
    clock: { now: () => ((looks += 1), now) },
    onTrouble: (error) => troubles.push(error as Error),
  });
  now = NOON + 13 * MINUTE;
  await askToReclock(postgres.pool, workspace, { all: true });
  timer.start();
  await vi.waitFor(async () => expect((await announcements('s:2')).map(([, step]) => step)).toContain(80));
  const before = looks;
  await vi.waitFor(() => expect(looks).toBeGreaterThan(before + 6), { timeout: 5000 });
  expect(troubles.map(({ message }) => message)).toEqual([expect.stringContaining(`s:1 of ${workspace}`)]);
  // Nor does it wait for an import that is being written.
  const importing = await postgres.pool.connect();
  await importing.query('begin');
  await importing.query('select pg_current_xact_id()');
  const reclocking = createReclocking({ postgres, onTrouble: (error) => troubles.push(error as Error) });
  reclocking.start();
  await vi.waitFor(
    async () =>
      expect(await ofFirstResponse()).toEqual([
        [50, 7.5],
        [80, 12],
      ]),
    { timeout: 5000 },
  );
  // What everybody's clocks are to be run again for waits for it still.
  const waiting = await postgres.pool.query('select scope from reclock where workspace_id = $1', [workspace]);
  expect(waiting.rows).toEqual([{ scope: 'all' }]);
  await importing.query('rollback');
  importing.release();
  await reclocking.stop();
  await timer.stop();
  expect(troubles).toHaveLength(1);
  expect((await checkStores(postgres, workspace)).findings).toEqual([]);
});

test('an event heals clocks that cannot be read', async () => {
  await door.accept(workspace, 's', [created('1', NOON)]);
  await postgres.pool.query(`update ticket set clocks = '[[1,2,3]]' where workspace_id = $1`, [workspace]);
  now = NOON + 9 * MINUTE;
  await door.accept(workspace, 's', [reply('1', NOON + 9 * MINUTE)]);
  await announceAt(9);
  expect(await ofFirstResponse()).toEqual([[50, 7.5]]);
});

test('any number of processes announce each step once', async () => {
  const tickets = Array.from({ length: 300 }, (_, index) => created(`${index}`, NOON + index * 1000));
  await door.accept(workspace, 's', tickets);
  now = NOON + 14 * MINUTE;
  const process = async () => {
    while ((await announceDue(postgres.pool, 'live', now, 7)).tickets > 0);
  };
  await Promise.all([process(), process(), process(), process()]);
  // Those locked by one were passed over by the others, and may be left to the next look.
  await announceAt(14);
  const { rows } = await postgres.pool.query<{ many: number; distinct: number }>(
    `select count(*) as many, count(distinct (stream, data)) as distinct from event_log where workspace_id = $1 and type = 'sla.warned'
     and data->>'clock' = 'first_response'`,
    [workspace],
  );
  // 50 % at 7.5, 80 % at 12 and 90 % at 13.5 minutes after each creation.
  const reached = tickets.flatMap((_, index) => [7.5, 12, 13.5].filter((after) => index / 60 + after <= 14));
  expect(rows[0]).toEqual({ many: reached.length, distinct: reached.length });
  // Nobody is told of anything twice: there is no word more than there are announcements.
  expect((await word()).length).toBeLessThanOrEqual(reached.length);
});

describe('a late event', () => {
  test('that moves an instant makes a new announcement; the old one stands in the log as superseded', async () => {
    await door.accept(workspace, 's', [created('1', NOON)]);
    await announceAt(8);
    // The customer had written ten minutes earlier: the ticket was created then.
    await door.accept(workspace, 's', [{ ...created('1', NOON - 10 * MINUTE), id: 'earlier' }]);
    await announceAt(8.1);
    expect(await ofFirstResponse()).toEqual([
      [50, 7.5],
      [50, -2.5],
      [80, 2],
      [90, 3.5],
      [100, 5],
      ['breach', 5],
    ]);
    const { rows } = await postgres.pool.query<{ clocks: unknown }>('select clocks from ticket where workspace_id = $1', [workspace]);
    const valid = readClocks(rows[0]!.clocks)!.find(({ metric }) => metric === 'first_response')!.announcements;
    expect(valid.map(({ at }) => (at * 1000 - NOON) / MINUTE)).not.toContain(7.5);
  });

  test('that shows the answer came in time takes the breach back', async () => {
    await door.accept(workspace, 's', [created('1', NOON)]);
    await announceAt(16);
    await door.accept(workspace, 's', [reply('1', NOON + 14 * MINUTE)]);
    await announceAt(40);
    expect((await ofFirstResponse()).map(([step]) => step)).toEqual([50, 80, 90, 100, 'breach']);
    const { rows } = await postgres.pool.query<{ state: string }>(
      `select c->>13 as state from ticket, json_array_elements(clocks) c where workspace_id = $1 and c->>0 = 'first_response'`,
      [workspace],
    );
    expect(rows).toEqual([{ state: 'met' }]);
  });
});

test('a replay finds what was announced and announces nothing again', async () => {
  await door.accept(workspace, 's', [created('1', NOON)]);
  await announceAt(13);
  const before = await announcements();
  await postgres.pool.query('update ticket set clocks = null, clock_next_at = null, clock_past_at = null where workspace_id = $1', [
    workspace,
  ]);
  await replay(postgres, { workspaceId: workspace });
  expect((await checkStores(postgres, workspace)).findings).toEqual([]);
  await announceAt(13.4);
  expect(await announcements()).toEqual(before);
  await announceAt(13.5);
  expect((await announcements()).length).toBe(before.length + 1);
});
