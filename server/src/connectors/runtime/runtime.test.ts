/** What is read: all of it, once, whatever dies on the way; words, dead letters, progress. The desk at the other end is small and real. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { NOW } from '../../../test/api.ts';
import { type Connected, connected } from '../../../test/connected.ts';
import { smallConnector } from '../../../test/small-desk.ts';
import { withinWorkspace } from '../../store/wall.ts';
import type { Connector } from '../connector.ts';
import { findLinked } from './records.ts';
import { mapAgain } from './remap.ts';

let on: Connected;
beforeAll(async () => {
  on = await connected();
});
beforeEach(() => on.reset());
afterAll(() => on.close());

test('everything there is comes in, once, page by page, and then what is new', async () => {
  on.fill(15);
  await on.connect();
  await on.api.runtime.drain();
  expect((await on.logged()).map((event) => event.id)).toEqual(
    on.desk.happened.toSorted((a, b) => a.at.localeCompare(b.at)).map((one) => `event:${one.number}`),
  );
  expect(await on.health()).toMatchObject({
    state: 'live',
    failure: null,
    lagSeconds: 0,
    waiting: 0,
    backFill: { isDone: true, items: 48, events: 45 },
  });
  expect(on.desk.calls.filter(({ path }) => path.startsWith('/events')).length).toBe(6); // five pages, and once more for what came meanwhile
  expect((await on.ticket(3)).ticket.status).toBe('resolved');
  // Roles are asked for once each.
  expect(on.desk.calls.filter(({ path }) => path.startsWith('/users')).length).toBe(2);
  expect((await on.logged()).at(-1)).toMatchObject({ type: 'status.changed', actor_kind: 'agent' });

  on.desk.tell(3, 'status', 'open', on.api.clock.now());
  await on.round();
  expect((await on.logged()).length).toBe(46);
  expect((await on.ticket(3)).ticket.status).toBe('open');
  // The overlap was asked for again, and changed nothing.
  expect(on.desk.calls.at(-1)!.path).toBe('/events?after=42');
  // And again, and nothing of it is kept a third time.
  const payloads = async () => (await on.api.postgres.pool.query('select from raw_payload')).rowCount;
  await on.round();
  const kept = await payloads();
  await on.round();
  expect(await payloads()).toBe(kept);
});

test('whatever it dies of, it goes on where it was: nothing is lost and nothing doubled', async () => {
  on.fill(20);
  on.desk.pageSize = 7;
  await on.connect();
  // It is stopped somewhere in every turn, and another process goes on.
  for (let turn = 0; turn < 30 && !(await on.health()).backFill.isDone; turn += 1) {
    const other = await on.api.another();
    let left = 1 + (turn % 5);
    on.desk.before = (_request, response) => {
      left -= 1;
      if (left > 0) return false;
      response.destroy();
      void other.runtime.stop();
      return true;
    };
    other.runtime.start();
    await expect.poll(async () => left <= 0 || (await on.health()).backFill.isDone, { timeout: 30_000 }).toBe(true);
    await other.runtime.stop();
    on.desk.before = undefined;
  }
  await on.round();
  expect(await on.health()).toMatchObject({ state: 'live', backFill: { isDone: true, events: 60 } });
  expect((await on.logged()).length).toBe(60);
});

test('a word that no map knows is open, counted and offered; said what it is, history follows', async () => {
  on.fill(2);
  for (const n of [1, 2]) on.desk.tell(n, 'status', 'waiting for parts', NOW - 600_000 + n);
  await on.connect();
  await on.api.runtime.drain();
  expect((await on.ticket(1)).ticket).toMatchObject({ status: 'open', rawStatus: 'waiting for parts' });
  const before = await on.json<{ version: number; maps: { status: object }; unknown: object[] }>('GET', `/connections/${on.id}/maps`);
  expect(before).toMatchObject({ version: 1, unknown: [{ what: 'status', value: 'waiting for parts', count: 2 }] });

  const maps = { ...before.maps, status: { ...before.maps.status, 'waiting for parts': 'on_hold' } };
  expect(await on.json('PUT', `/connections/${on.id}/maps`, { maps, base: 1 }, 200)).toMatchObject({ version: 2, unknown: [] });
  await on.json('PUT', `/connections/${on.id}/maps`, { maps, base: 1 }, 409);
  expect((await on.ticket(1)).ticket.status).toBe('open');
  const events = (await on.logged()).length;
  expect(await on.json('POST', `/connections/${on.id}/map-again`, undefined, 202)).toMatchObject({ payloads: 2 });
  await on.api.runtime.drain();
  expect((await on.ticket(1)).ticket.status).toBe('on_hold');
  expect((await on.ticket(2)).ticket.status).toBe('on_hold');
  expect((await on.logged()).length).toBe(events);
  expect(await on.health()).toMatchObject({ isMappingAgain: false, state: 'live' });
  // What comes now goes by the new version from the start.
  on.desk.tell(2, 'status', 'waiting for parts', on.api.clock.now());
  await on.round();
  expect((await on.json<{ unknown: object[] }>('GET', `/connections/${on.id}/maps`)).unknown).toEqual([]);
});

test('what cannot be read is a dead letter with its reason, and is read again when somebody says so', async () => {
  on.fill(1);
  on.desk.tell(1, 'nonsense', '', NOW - 1000);
  const odd = on.desk.tell(1, 'message', 'x'.repeat(100_001), NOW - 900);
  await on.connect();
  await on.api.runtime.drain();
  const { letters } = await on.json<{ letters: { id: string; field: string; reason: string; attempts: number; item: string }[] }>(
    'GET',
    `/connections/${on.id}/dead-letters`,
  );
  expect(letters.map(({ field }) => field)).toEqual(['data.text', 'what']);
  expect(letters.find(({ field }) => field === 'what')).toMatchObject({ reason: 'must be something that happens', attempts: 1 });
  expect((await on.logged()).map((event) => event.id)).not.toContain(`event:${odd.number}`);
  expect(await on.json('POST', `/connections/${on.id}/dead-letters/retry`, { letters: [letters[0]!.id] }, 202)).toEqual({ tried: 1 });
  await on.api.runtime.drain();
  expect(
    (await on.json<{ letters: { attempts: number }[] }>('GET', `/connections/${on.id}/dead-letters`)).letters.map(
      ({ attempts }) => attempts,
    ),
  ).toEqual([2, 2]);
  expect((await on.logged()).length).toBe(3);
  // What a pull brings again is no other letter.
  on.desk.tell(1, 'message', 'More', on.api.clock.now());
  await on.round();
  expect(await on.health()).toMatchObject({ deadLetters: 2 });
});

test('where the system answers a question with no for good, the page is a dead letter, and all that follows is read', async () => {
  on.fill(1);
  await on.connect();
  on.desk.before = (request, response) => {
    if (request.url !== '/users/107') return false;
    response.writeHead(400, { 'content-type': 'application/json' }).end('{}');
    return true;
  };
  for (let again = 0; again < 3; again += 1) await on.round(600_000);
  expect(await on.health()).toMatchObject({ deadLetters: 1, waiting: 0, failure: null });
  expect(await on.logged()).toEqual([]);
  on.desk.before = undefined;
  await on.json('POST', `/connections/${on.id}/dead-letters/retry`, {}, 202);
  await on.api.runtime.drain();
  expect((await on.logged()).length).toBe(3);
  expect(await on.health()).toMatchObject({ deadLetters: 0 });
});

test('history that is to be mapped again once more while it is being mapped again is begun anew', async () => {
  on.fill(1);
  await on.connect();
  await on.api.runtime.drain();
  const again = () => on.json('POST', `/connections/${on.id}/map-again`, undefined, 202);
  await again();
  const { postgres, door, clock } = on.api;
  let corrected = 0;
  const correct: typeof door.correct = async (...told) => {
    corrected += 1;
    if (corrected === 1) await again();
    return door.correct(...told);
  };
  const linked = async () => (await findLinked(postgres.pool, 'a', on.id))!;
  const calls = { get: () => Promise.reject(new Error('nothing is asked')), send: () => Promise.reject(new Error('nothing is asked')) };
  const pace = { now: () => clock.now(), random: () => 0, sleep: () => Promise.resolve() };
  const parts = {
    postgres,
    door: { ...door, correct },
    pace,
    calls,
    connector: smallConnector as Connector,
    signal: new AbortController().signal,
  };
  await withinWorkspace('a', async () => mapAgain(parts, await linked(), linked));
  expect(corrected).toBe(2);
  expect((await linked()).remapTo).toBe(null);
});

test('it says how far it is and when it will be done, and when nothing has come for too long', async () => {
  for (let n = 1; n <= 20; n += 1) on.desk.tell(n, 'created', 'x', NOW - 2_000_000 + n * 100_000);
  on.desk.pageSize = 5;
  await on.connect('let-me-in', { silenceSeconds: 3600 });
  let pages = 0;
  on.desk.before = (request, response) => {
    if (!request.url!.startsWith('/events')) return false;
    on.api.clock.set(on.api.clock.now() + 60_000);
    pages += 1;
    if (pages < 3) return false;
    response.writeHead(429, { 'retry-after': '600' }).end();
    return true;
  };
  await on.api.runtime.drain();
  const shown = await on.health();
  expect(shown).toMatchObject({ state: 'held_off', failure: { kind: 'held_off' }, backFill: { isDone: false, items: 10 } });
  // 10 of 20 tickets, 5 to 10 of the way from the first page's end to its beginning.
  expect(shown.streams[0]!.fraction).toBeGreaterThan(0.2);
  expect(Date.parse(shown.backFill.estimatedEndAt!)).toBeGreaterThan(on.api.clock.now());
  on.desk.before = undefined;
  const asked = on.desk.calls.length;
  await on.round(500_000);
  expect(on.desk.calls.length).toBe(asked);
  await on.round(200_000);
  expect((await on.health()).state).toBe('live');
  await on.round(3_700_000);
  expect((await on.health()).state).toBe('silent');
});
