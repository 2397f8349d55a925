/** A workspace with more open clocks than anybody reads: every question about them reads a page at a time. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { postgresDatabase } from '../../test/databases.ts';
import { SEES_ALL } from '../accounts/index.ts';
import { createDoor } from '../ingest/index.ts';
import { addVersions, ensureRules, readVersions } from '../rules/index.ts';
import { openAnalytics } from '../store/analytics/index.ts';
import { inTransaction, openPostgres, PAGE, PAGE_BYTES, type Postgres } from '../store/postgres/index.ts';
import { createSla } from './index.ts';

const postgres = openPostgres(await postgresDatabase());
const NOW = Date.UTC(2026, 5, 2, 12);
const clock = { now: () => NOW };
const door = createDoor({ postgres, clock });
const TICKETS = 2 * PAGE + 100;
let most = 0;
let largest = 0;
const watched = watching(postgres, (rows) => {
  most = Math.max(most, rows.length);
  largest = Math.max(largest, JSON.stringify(rows).length);
});
const sla = createSla({ postgres: watched, analytics: openAnalytics('http://127.0.0.1:9'), clock, door });
afterAll(() => postgres.close());

/** Tells the rows of each answer of PostgreSQL. */
function watching({ pool, ...others }: Postgres, tell: (rows: readonly unknown[]) => void): Postgres {
  const counted = <T extends object>(queryable: T): T =>
    new Proxy(queryable, {
      get(target, name) {
        const own: unknown = Reflect.get(target, name);
        if (typeof own !== 'function') return own;
        return (...args: unknown[]) => {
          const result: unknown = Reflect.apply(own, target, args);
          if (!(result instanceof Promise)) return result;
          if (name === 'connect') return result.then((client: object) => counted(client));
          return result.then((answer: { rows?: unknown[] } | undefined) => {
            if (name === 'query') tell(answer?.rows ?? []);
            return answer;
          });
        };
      },
    });
  return { ...others, pool: counted(pool) };
}

beforeAll(async () => {
  await postgres.pool.query(`insert into workspace (workspace_id, name) values ('w', 'W')`);
  await ensureRules(postgres, 'w');
  // One a second, the newest first, each an hour old or more: their first responses are breached, and their resolutions run.
  const created = Array.from({ length: TICKETS }, (_, index) => ({
    id: `created-${index}`,
    at: NOW - 3600_000 - index * 1000,
    ticket: `s:${String(index).padStart(5, '0')}`,
    actor: { kind: 'customer', id: 'c' },
    type: 'ticket.created',
    data: { priority: 'P1', channel: 'email', requester: 'c', team: index % 2 === 0 ? 'even' : 'odd' },
  }));
  const pending = created.map(({ ticket, at }, index) => ({
    id: `pending-${index}`,
    at: at + 1000,
    ticket,
    actor: { kind: 'agent', id: 'a' },
    type: 'status.changed',
    data: { to: 'pending', ...(index % 2 === 0 && { reason: 'waits' }) },
  }));
  await door.bulk('w', 's', [...created, ...pending.slice(0, 900)]);
});

/** What it answers, having read at most a page at a time. */
async function bounded<T>(answer: Promise<T>): Promise<T> {
  most = 0;
  const told = await answer;
  expect(most).toBeGreaterThan(100);
  expect(most).toBeLessThanOrEqual(PAGE);
  return told;
}

test('open clocks are counted all, and the first are shown in their order', async () => {
  const { counts, total, clocks } = await bounded(sla.open('w', SEES_ALL, { metric: ['first_response'], team: ['even'], limit: 150 }));
  expect(total).toBe(TICKETS / 2);
  expect(counts.breached).toBeGreaterThanOrEqual(TICKETS / 2);
  expect(clocks.map(({ ticket }) => ticket.id)).toEqual(
    Array.from({ length: 150 }, (_, index) => `s:${String(TICKETS - 2 - 2 * index).padStart(5, '0')}`),
  );
});

test('the audit counts all, and lists the newest', async () => {
  const { totals, exceptions, suspected, suspicions } = await bounded(sla.audit('w', SEES_ALL, { from: NOW - 86_400_000, to: NOW }));
  expect(totals.find(({ kind }) => kind === 'pending')).toMatchObject({ count: 900, withoutReason: 450 });
  expect(exceptions.map(({ ticket }) => ticket)).toEqual(Array.from({ length: 200 }, (_, index) => `s:${String(index).padStart(5, '0')}`));
  expect([suspected, suspicions.length]).toEqual([900, 200]);
});

test('the audit of long logs reads some megabytes at a time, and leaves the event loop to others', async () => {
  // Each of a hundred has paused and gone on eight hundred times: a tenth of a megabyte of what its clocks heard.
  await postgres.pool.query(`insert into workspace (workspace_id, name) values ('long', 'Long')`);
  await ensureRules(postgres, 'long');
  const of = (type: string, at: number, data: object, actor = 'a') => ({ type, at, data, actor: { kind: 'agent', id: actor } });
  const events = [
    of('ticket.created', NOW - 7_200_000, { priority: 'P1', channel: 'email', requester: 'c' }),
    ...Array.from({ length: 1600 }, (_, index) =>
      of('status.changed', NOW - 7_000_000 + index * 4_000, { to: index % 2 === 0 ? 'pending' : 'open' }),
    ),
  ];
  await door.bulk(
    'long',
    's',
    events.map((event, index) => ({ ...event, id: `e${index}`, ticket: 's:0' })),
  );
  await postgres.pool.query(
    `insert into ticket (workspace_id, id, created_at, updated_at, clock_log)
     select workspace_id, 's:' || place, created_at, updated_at, clock_log
     from ticket, generate_series(1, 99) place where workspace_id = 'long'`,
  );
  const { rows } = await postgres.pool.query<{ size: number }>(
    `select pg_column_size(clock_log) as size from ticket where workspace_id = 'long' and id = 's:1'`,
  );
  const all = 100 * rows[0]!.size;
  [most, largest] = [0, 0];
  const began = performance.now();
  let [turn, longest, isOver] = [began, 0, false];
  const take = () => {
    longest = Math.max(longest, performance.now() - turn);
    turn = performance.now();
    if (!isOver) setImmediate(take);
  };
  take();
  const { totals } = await sla.audit('long', SEES_ALL, { from: NOW - 86_400_000, to: NOW });
  const took = performance.now() - began;
  isOver = true;
  expect(totals.find(({ kind }) => kind === 'pending')).toMatchObject({ count: 80_000 });
  expect(all).toBeGreaterThan(5 * PAGE_BYTES);
  expect(largest).toBeLessThan(1.5 * PAGE_BYTES);
  expect(longest).toBeLessThan(took / 3);
});

test('an application is tried out on all, and says whom the log refused', async () => {
  const { spec, name } = (await readVersions(postgres.pool, 'w', 'policy', 'standard'))[0]!;
  const edited = { ...spec!, targets: { ...spec!.targets, resolution: { ...spec!.targets['resolution'], P1: 7200 } } };
  await inTransaction(postgres.pool, (client) =>
    addVersions(client, 'w', 'policy', [{ id: 'standard', name, spec: edited, effectiveFrom: new Date(NOW - 1000), savedBy: null }]),
  );
  const application = { policy: 'standard', mode: 'segment', by: { kind: 'system' } } as const;
  const preview = await bounded(sla.apply('w', { ...application, dryRun: true }));
  expect(preview).toMatchObject({ applied: false, tickets: TICKETS, refused: 0, refusals: [] });
  expect(preview.moved).toBe(TICKETS - 900);
  expect(preview.examples).toHaveLength(50);

  const refusing = createSla({
    postgres: watched,
    analytics: openAnalytics('http://127.0.0.1:9'),
    clock,
    door: {
      accept: async (workspaceId, source, sent) => {
        const events = sent as { id: string; ticket: string; data: { clock: string } }[];
        const isFull = ({ ticket, data }: (typeof events)[number]) => ticket === 's:00950' && data.clock === 'resolution';
        const taken = await door.accept(
          workspaceId,
          source,
          events.filter((one) => !isFull(one)),
        );
        return events.map((one) => (isFull(one) ? { id: one.id, outcome: 'rejected', field: 'ticket', reason: 'full' } : taken.shift()!));
      },
    },
  });
  const applied = await bounded(refusing.apply('w', { ...application, dryRun: false }));
  expect(applied).toMatchObject({ refused: 1, cycles: preview.cycles - 1, moved: preview.moved - 1 });
  expect(applied.refusals).toEqual([{ ticket: 's:00950', metric: 'resolution', reason: 'full' }]);
  expect(await sla.apply('w', { ...application, dryRun: true })).toMatchObject({ tickets: 1, cycles: 1 });
});
