/** The end of an incident and what was before it: customers who know of it hear of its end, rounds come back, and each number of its cost has its parts. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { postgresDatabase } from '../../test/databases.ts';
import { checkStores, createDoor, refoldIncidents } from '../ingest/index.ts';
import { ensureRules } from '../rules/index.ts';
import { openPostgres } from '../store/postgres/index.ts';
import { createIncidents, type Deed } from './index.ts';

const NOON = Date.UTC(2026, 5, 2, 12);
const MINUTE = 60_000;
const who = { kind: 'person', id: 'p', name: 'Ann', from: null } as const;
const actor = { workspaceId: 'w', sight: { to: 'all' }, by: 'ann', who } as const;
const saver = { workspaceId: 'w', who, name: 'Ann' };
const postgres = openPostgres(await postgresDatabase());
let now = NOON;
const clock = { now: () => now };
const door = createDoor({ postgres, clock });
const incidents = createIncidents({
  postgres,
  clock,
  door,
  statusPage: {
    placeOf: async () => ({ url: 'https://status.example/', isShown: true, components: [], without: [], postedAt: null }),
    followed: async () => ({ services: [], regions: [] }),
  },
  onTrouble: (error) => {
    throw error;
  },
});
afterAll(async () => {
  await incidents.close();
  await postgres.close();
});
beforeAll(async () => {
  await postgres.pool.query(`insert into workspace (workspace_id, name) values ('w', 'w')`);
  await ensureRules(postgres, 'w');
  await door.accept('w', 's', [
    { id: 'ann', at: NOON, type: 'agent.upserted', data: { agent: 'ann', name: 'Ann', hourlyCost: 60 } },
    { id: 'bo', at: NOON, type: 'agent.upserted', data: { agent: 'bo', name: 'Bo' } },
    { id: 'o', at: NOON - MINUTE, type: 'organisation.upserted', data: { organisation: 'acme', name: 'Acme', mrr: 5000, currency: 'EUR' } },
    { id: 'p', at: NOON - MINUTE, type: 'organisation.upserted', data: { organisation: 'poor', name: 'Poor' } },
    ...['acme', 'poor'].map((organisation) => ({
      id: `t ${organisation}`,
      at: NOON - 600 * MINUTE,
      ticket: `s:${organisation}`,
      type: 'ticket.created',
      data: { requester: organisation, organisation, priority: 'P1', channel: 'email' },
    })),
  ]);
});

const open = (more: object = {}) => {
  now = NOON;
  return incidents.open(actor, {
    isProposed: false,
    title: 'Sign-in fails',
    users: 'all',
    block: 'complete',
    overrides: [],
    services: ['Sign-in'],
    regions: [],
    customers: [],
    tickets: [],
    ...more,
  });
};
const act = (id: string, deed: Deed) => incidents.act(actor, id, deed);
const at = (minutes: number) => (now = NOON + minutes * MINUTE);
const get = (id: string) => incidents.get({ ...actor, scope: { rows: { to: 'all' }, aggregate: { to: 'all' }, text: true } }, id);

test('it is not resolved quietly once customers were told of it', async () => {
  const [told, quiet, reasoned] = [await open(), await open(), await open()];
  for (const id of [told, reasoned]) await act(id, { name: 'update', audience: 'customers', text: 'We are on it.' });
  await act(quiet, { name: 'status', status: 'resolved' });
  expect((await get(quiet)).owesEnd).toBe(false);
  await expect(act(told, { name: 'status', status: 'resolved' })).rejects.toThrow('not of its end');
  await expect(act(told, { name: 'status', status: 'monitoring', notice: { text: 'x' } })).rejects.toMatchObject({
    fields: [{ field: 'notice' }],
  });
  expect(await get(told)).toMatchObject({ stage: 'investigating', owesEnd: true });
  const { drafts } = await incidents.drafts(actor, told, 'Ann');
  const { text } = drafts.find(({ id }) => id === 'customers.resolved')!;
  expect(text).toContain('A detailed report follows within 48 hours.');
  expect(text).toContain('Status page: https://status.example/');
  await act(told, { name: 'status', status: 'resolved', notice: { subject: 'Over', text } });
  const ended = await get(told);
  expect(ended).toMatchObject({ stage: 'resolved', owesEnd: false });
  expect(ended.timeline.slice(-2).map(({ type }) => type)).toEqual(['incident.update_posted', 'incident.status_changed']);
  await act(reasoned, { name: 'status', status: 'resolved', untoldFor: 'nobody noticed' });
  const untold = await get(reasoned);
  expect(untold).toMatchObject({ stage: 'resolved', owesEnd: true });
  expect(untold.timeline.at(-1)!.said['reason']).toBe('customers were not told of the end, as nobody noticed');
});

test('rounds come back at every interval, each with who ticked it, and one that is missed stays so', async () => {
  const id = await open();
  await act(id, { name: 'checklist', item: 'active.timeline', is: true });
  at(31);
  await act(id, { name: 'checklist', item: 'active.updates', is: true });
  await act(id, { name: 'checklist', item: 'active.updates', is: true });
  at(50);
  const { rounds, checklist } = await get(id);
  expect(checklist).toEqual([]);
  // The first lasts for the initiation and an interval.
  expect(
    rounds.map(({ number, isOver, ticked, open: left }) => [number, isOver, ticked.map(({ item, by }) => [item, by?.name]), left.length]),
  ).toEqual([
    [1, true, [['active.timeline', 'Ann']], 4],
    [2, true, [['active.updates', 'Ann']], 4],
    [3, false, [], 5],
  ]);
  await act(id, { name: 'checklist', item: 'active.updates', is: true });
  await act(id, { name: 'checklist', item: 'active.updates', is: false });
  expect((await get(id)).rounds.map(({ ticked }) => ticked.length)).toEqual([1, 1, 0]);
  await act(id, { name: 'status', status: 'resolved' });
  await expect(act(id, { name: 'checklist', item: 'active.updates', is: true })).rejects.toThrow('No round runs');
});

test('what it cost is told with its parts, and what is not known as not known', async () => {
  const id = await open({ tickets: ['s:acme', 's:poor'] });
  await act(id, { name: 'role', role: 'commander', agent: 'ann', is: true });
  await act(id, { name: 'role', role: 'scribe', agent: 'bo', is: true });
  at(30);
  await act(id, { name: 'role', role: 'scribe', agent: 'bo', is: false });
  at(120);
  await act(id, { name: 'status', status: 'resolved' });
  at(500);
  expect((await get(id)).cost).toMatchObject({ tickets: { count: 2, each: null, amount: null }, totals: [{ currency: '', amount: 120 }] });
  const { policy } = await incidents.policy('w');
  const { version: _, ...said } = policy;
  const costs = { currency: 'EUR', perTicket: 12.5, perHour: 40, overheadPercent: 50, creditPercent: 10 };
  await incidents.savePolicy(saver, { ...said, costs }, undefined);
  const { cost, impact } = await get(id);
  expect(cost).toMatchObject({
    tickets: { count: 2, each: 12.5, amount: 25 },
    people: [
      { agent: { name: 'Ann' }, seconds: 7200, hourly: 60, amount: 180 },
      { agent: { name: 'Bo' }, seconds: 1800, hourly: 40, amount: 30 },
    ],
    credits: [{ organisation: { name: 'Acme' }, mrr: 5000, amount: 500 }],
    creditsUnknown: 1,
    totals: [{ currency: 'EUR', amount: 735 }],
  });
  expect(impact.byClock.find(({ clock: one }) => one === 'first_response')).toEqual({ clock: 'first_response', breached: 2, tickets: 2 });
  expect((await incidents.policyVersions('w')).map((one) => one.policy.version)).toEqual([1]);
});

test('what an earlier version folded is folded anew', async () => {
  const id = await open({ commander: 'bo' });
  await postgres.pool.query(`update incident set fold = 0, state = jsonb_set(state, '{stints}', '[]') where id = $1`, [id]);
  expect((await checkStores(postgres, 'w')).findings).toHaveLength(1);
  expect(await refoldIncidents(postgres.pool, now)).toBe(1);
  expect((await checkStores(postgres, 'w')).findings).toEqual([]);
  expect(await refoldIncidents(postgres.pool, now)).toBe(0);
});
