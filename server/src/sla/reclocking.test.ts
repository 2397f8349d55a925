import { policySpec } from '@watchdesk/domain/sla';
import { afterAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { postgresDatabase } from '../../test/databases.ts';
import { checkStores, createDoor } from '../ingest/index.ts';
import { addVersions, askToReclock, ensureRules, readVersions } from '../rules/index.ts';
import { inTransaction, openPostgres } from '../store/postgres/index.ts';
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

/** Seconds of a clock's promise, by ticket. */
async function targets(metric = 'first_response'): Promise<Record<string, number | null>> {
  const { rows } = await pool.query<{ id: string; target: number | null }>(
    `select id, (select (c->>10)::int from json_array_elements(clocks) c where c->>0 = $2) as target
     from ticket where workspace_id = $1 order by id`,
    [workspace, metric],
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

describe('rules that are saved', () => {
  /** Since two minutes every response of the first priority is promised within ten minutes. */
  async function promiseTenMinutes(): Promise<void> {
    const { spec } = (await readVersions(pool, workspace, 'policy', 'standard'))[0]!;
    const { targets: old, ...rest } = policySpec.parse(spec);
    const response = { ...old['first_response'], P1: 600 };
    const next = { ...rest, targets: { ...old, first_response: response, next_response: response } };
    const version = { id: 'standard', name: 'Standard', spec: next, effectiveFrom: new Date(NOW - 120_000), savedBy: null };
    await inTransaction(pool, (client) => addVersions(client, workspace, 'policy', [version]));
  }

  test('hold for what a long transaction was writing by the old ones meanwhile', async () => {
    await ensureRules(postgres, workspace);
    // Its clocks are run, and it cannot leave word of it.
    const holder = await pool.connect();
    await holder.query('begin');
    await holder.query('lock table outbox in share mode');
    const writing = door.bulk(workspace, 's', [ticket('1')]);
    const waiting = `select from pg_locks where not granted and relation = 'outbox'::regclass`;
    await vi.waitFor(async () => expect((await pool.query(waiting)).rowCount).toBe(1));
    await promiseTenMinutes();
    const drained = reclocking.drain();
    await new Promise((resolve) => setTimeout(resolve, 300));
    await holder.query('rollback');
    holder.release();
    await writing;
    expect(await targets()).toEqual({ 's:1': 900 });
    expect(await drained).toBe(1);
    expect(await targets()).toEqual({ 's:1': 600 });
    expect((await checkStores(postgres, workspace)).findings).toEqual([]);
  });

  test('hold for a ticket that hears of what happens to one that was merged into it', async () => {
    const says = (id: string, of: string, kind: string, at: number) => ({
      id,
      at,
      ticket: of,
      actor: { kind, id: 'x' },
      type: 'ticket.message',
      data: { messageId: id, visibility: 'public' },
    });
    await ensureRules(postgres, workspace);
    const old = NOW - 600_000;
    await door.accept(workspace, 's', [
      { ...ticket('1'), at: old },
      { ...ticket('2'), at: old },
      { id: 'merge', at: old + 2000, ticket: 's:1', actor: { kind: 'agent', id: 'a' }, type: 'ticket.merged', data: { into: 's:2' } },
      says('reply', 's:2', 'agent', old + 3000),
      says('question', 's:1', 'customer', NOW - 60_000),
    ]);
    expect(await targets('next_response')).toMatchObject({ 's:2': 900 });
    await promiseTenMinutes();
    await reclocking.drain();
    expect(await targets('next_response')).toMatchObject({ 's:2': 600 });
    expect((await checkStores(postgres, workspace)).findings).toEqual([]);
  });
});

describe('clocks that cannot be read', () => {
  const asksFor = `insert into reclock (workspace_id, scope, subject, waits_for) values ($1, 'ticket', $2, '0')`;

  test('are run again between two pages of a long request', async () => {
    await door.accept(
      workspace,
      's',
      Array.from({ length: 250 }, (_, index) => ticket(String(1000 + index))),
    );
    await ensureRules(postgres, workspace);
    const served: string[] = [];
    const query = pool.query.bind(pool) as (text: string, values?: unknown[]) => Promise<unknown>;
    const watched = Object.create(pool) as typeof pool;
    watched.query = (async (text: string, values?: unknown[]) => {
      if (text.startsWith('delete from reclock')) {
        const { rows } = await pool.query<{ scope: string }>('select scope from reclock where workspace_id = $1 and position = $2', values);
        served.push(rows[0]!.scope);
      }
      const answer = await query(text, values);
      if (text.startsWith('update reclock set done_to')) {
        served.push('page');
        if (served.length === 1) await query(asksFor, [workspace, 's:1249']);
      }
      return answer;
    }) as never;
    await createReclocking({ postgres: { ...postgres, pool: watched }, onTrouble: () => {}, settleMs: 0 }).drain();
    expect(served).toEqual(['page', 'ticket', 'page', 'all']);
    expect(new Set(Object.values(await targets()))).toEqual(new Set([900]));
  });

  test('and fail again do not stand before the others', async () => {
    const broken = workspace;
    await ensureRules(postgres, broken);
    await door.accept(broken, 's', [ticket('1')]);
    await reclocking.drain();
    workspace = `w${(workspaces += 1)}`;
    await pool.query('insert into workspace (workspace_id, name) values ($1, $1)', [workspace]);
    await door.accept(workspace, 's', [ticket('1')]);
    await pool.query('delete from calendar_version where workspace_id = $1', [broken]);
    await pool.query('update workspace set rules_revision = rules_revision + 1 where workspace_id = $1', [broken]);
    await ensureRules(postgres, workspace);
    await pool.query(asksFor, [broken, 's:1']);
    await expect(reclocking.drain()).rejects.toThrow('there is no calendar');
    await expect(reclocking.drain()).rejects.toThrow('there is no calendar');
    expect(await targets()).toEqual({ 's:1': 900 });
    await pool.query('delete from reclock');
  });
});

test('a request that was restored from another cluster, whose transactions had higher numbers, is served', async () => {
  await door.accept(workspace, 's', [ticket('1')]);
  await ensureRules(postgres, workspace);
  const { rows } = await pool.query(
    `update reclock set seen_at = now(), waits_for = (pg_current_xact_id()::text::bigint + 1000000)::text::xid8
     where workspace_id = $1 returning scope`,
    [workspace],
  );
  expect(rows).toEqual([{ scope: 'all' }]);
  const stopping = new AbortController();
  const deadline = setTimeout(() => stopping.abort(), 3000);
  expect(await reclocking.drain(stopping.signal)).toBe(1);
  clearTimeout(deadline);
  expect(await targets()).toEqual({ 's:1': 900 });
});

test('a request that fails goes to the end, and the others are served', async () => {
  const broken = workspace;
  await ensureRules(postgres, broken);
  await door.accept(broken, 's', [ticket('1')]);
  workspace = `w${(workspaces += 1)}`;
  await pool.query('insert into workspace (workspace_id, name) values ($1, $1)', [workspace]);
  await door.accept(workspace, 's', [ticket('1')]);
  await pool.query('delete from calendar_version where workspace_id = $1', [broken]);
  await pool.query('update workspace set rules_revision = rules_revision + 1 where workspace_id = $1', [broken]);
  await askToReclock(pool, broken, { all: true });
  await ensureRules(postgres, workspace);
  const order = async () =>
    (await pool.query<{ workspace_id: string }>('select workspace_id from reclock order by position')).rows.map((row) => row.workspace_id);
  expect(await order()).toEqual([broken, workspace]);
  await expect(reclocking.drain()).rejects.toThrow('there is no calendar');
  expect(await order()).toEqual([workspace, broken]);
  await expect(reclocking.drain()).rejects.toThrow('there is no calendar');
  expect(await targets()).toEqual({ 's:1': 900 });
  expect(await order()).toEqual([broken]);
  await pool.query('delete from reclock');
});
