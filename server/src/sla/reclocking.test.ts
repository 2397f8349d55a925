import { afterAll, beforeEach, expect, test } from 'vitest';
import { postgresDatabase } from '../../test/databases.ts';
import { checkStores, createDoor } from '../ingest/index.ts';
import { askToReclock, ensureRules } from '../rules/index.ts';
import { openPostgres } from '../store/postgres/index.ts';
import { createReclocking } from './index.ts';

const postgres = openPostgres(await postgresDatabase());
const { pool } = postgres;
const NOW = Date.UTC(2026, 5, 2, 12);
const door = createDoor({ postgres, clock: { now: () => NOW } });
const reclocking = createReclocking({ postgres, onTrouble: () => {}, settleMs: 0 });
let workspace = '';
let workspaces = 0;
afterAll(() => postgres.close());
beforeEach(async () => {
  workspace = `w${(workspaces += 1)}`;
  await pool.query('insert into workspace (workspace_id, name) values ($1, $1)', [workspace]);
});

const ticket = (id: string, requester = 'c') => ({
  id: `created-${id}`,
  at: NOW - 60_000,
  ticket: `s:${id}`,
  actor: { kind: 'customer', id: requester },
  type: 'ticket.created',
  data: { priority: 'P1', requester, channel: 'email' },
});
const organisation = (id: string, customerTier: string, event = `org-${id}-${customerTier}`, at = NOW - 3600_000) => ({
  id: event,
  at,
  type: 'organisation.upserted',
  data: { organisation: id, customerTier },
});
const customer = (id: string, of: string) => ({
  id: `customer-${id}-${of}`,
  at: NOW - 3600_000,
  type: 'customer.upserted',
  data: { customer: id, organisation: of },
});

/** Seconds to the first response, by ticket. */
async function targets(): Promise<Record<string, number | null>> {
  const { rows } = await pool.query<{ id: string; target: number | null }>(
    `select id, (select (c->>10)::int from json_array_elements(clocks) c where c->>0 = 'first_response') as target
     from ticket where workspace_id = $1 order by id`,
    [workspace],
  );
  return Object.fromEntries(rows.map(({ id, target }) => [id, target]));
}

test('what is told of a customer’s company later is promised to the tickets that are there', async () => {
  await ensureRules(postgres, workspace);
  await door.accept(workspace, 's', [ticket('1'), ticket('2', 'other')]);
  expect(await targets()).toEqual({ 's:1': 900, 's:2': 900 });
  await door.accept(workspace, 's', [customer('c', 'acme')]);
  await door.accept(workspace, 's', [organisation('acme', 'enterprise')]);
  expect(await reclocking.drain()).toBe(1);
  expect(await targets()).toEqual({ 's:1': 420, 's:2': 900 });
  expect((await checkStores(postgres, workspace)).findings).toEqual([]);
});

test('a tier that is sold later is not promised to a ticket from before', async () => {
  await ensureRules(postgres, workspace);
  await door.accept(workspace, 's', [organisation('acme', 'business'), customer('c', 'acme'), ticket('1')]);
  await door.accept(workspace, 's', [organisation('acme', 'enterprise', 'upgrade', NOW)]);
  await reclocking.drain();
  expect(await targets()).toEqual({ 's:1': 900 });
});

test('a tier told late, of an instant before the ticket, is promised to it', async () => {
  await ensureRules(postgres, workspace);
  await door.accept(workspace, 's', [organisation('acme', 'business'), customer('c', 'acme'), ticket('1')]);
  await door.accept(workspace, 's', [organisation('acme', 'business', 'again', NOW)]);
  await door.accept(workspace, 's', [organisation('acme', 'enterprise', 'late', NOW - 1800_000)]);
  await reclocking.drain();
  expect(await targets()).toEqual({ 's:1': 420 });
  expect((await checkStores(postgres, workspace)).findings).toEqual([]);
});

test('a merged ticket does not hold up the others', async () => {
  const merge = (id: string, into: string) => ({
    id: `merge-${id}`,
    at: NOW,
    ticket: `s:${id}`,
    actor: { kind: 'agent', id: 'a' },
    type: 'ticket.merged',
    data: { into },
  });
  await ensureRules(postgres, workspace);
  await door.accept(workspace, 's', [ticket('1', 'child'), ticket('2', 'parent')]);
  await door.accept(workspace, 's', [merge('1', 's:2')]);
  // The parent is of another customer, and so is not among those whose clocks run again.
  await door.accept(workspace, 's', [organisation('acme', 'enterprise'), customer('child', 'acme')]);
  await reclocking.drain();
  expect((await pool.query('select from reclock where workspace_id = $1', [workspace])).rowCount).toBe(0);
  expect(await targets()).toMatchObject({ 's:1': 420, 's:2': 900 });
});

test('a workspace that gets its rules later runs the clocks of what is there, and each ticket once', async () => {
  await door.accept(workspace, 's', [ticket('1'), ticket('2')]);
  expect(await targets()).toEqual({ 's:1': null, 's:2': null });
  await ensureRules(postgres, workspace);
  expect(await reclocking.drain()).toBe(2);
  expect(await targets()).toEqual({ 's:1': 900, 's:2': 900 });
  const versions = `select array_agg(version) as versions from ticket where workspace_id = $1`;
  const before = (await pool.query(versions, [workspace])).rows;
  await askToReclock(pool, workspace, { all: true });
  expect(await reclocking.drain()).toBe(0);
  expect((await pool.query(versions, [workspace])).rows).toEqual(before);
});

test('tickets from before there were clocks are folded once more', async () => {
  await ensureRules(postgres, workspace);
  await door.accept(workspace, 's', [ticket('1')]);
  await pool.query(
    'update ticket set clock_log = null, clocks = null, clock_next_at = null, clock_past_at = null where workspace_id = $1',
    [workspace],
  );
  await askToReclock(pool, workspace, { all: true });
  expect(await reclocking.drain()).toBe(1);
  expect(await targets()).toEqual({ 's:1': 900 });
  expect((await checkStores(postgres, workspace)).findings).toEqual([]);
});

test('an event for such a ticket finds its clocks as well', async () => {
  await ensureRules(postgres, workspace);
  await door.accept(workspace, 's', [ticket('1')]);
  await pool.query('update ticket set clock_log = null, clocks = null where workspace_id = $1', [workspace]);
  await door.accept(workspace, 's', [
    {
      id: 'note',
      at: NOW,
      ticket: 's:1',
      actor: { kind: 'agent', id: 'a' },
      type: 'ticket.message',
      data: { messageId: 'm', visibility: 'internal' },
    },
  ]);
  expect(await targets()).toEqual({ 's:1': 900 });
});
