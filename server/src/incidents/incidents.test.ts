/** Incidents on a real database, through the real door: deeds become events, the timer says what becomes true, tickets belong, and a replay gives the same. */
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { postgresDatabase } from '../../test/databases.ts';
import { announceIncidents, checkStores, createDoor, nextIncidentAt, replay } from '../ingest/index.ts';
import { ensureRules } from '../rules/index.ts';
import { openPostgres } from '../store/postgres/index.ts';
import { type Actor, createIncidents, type Deed } from './index.ts';

const postgres = openPostgres(await postgresDatabase());
const NOON = Date.UTC(2026, 5, 2, 12);
const MINUTE = 60_000;
let now = NOON;
const clock = { now: () => now };
const door = createDoor({ postgres, clock });
const incidents = createIncidents({
  postgres,
  clock,
  door,
  onTrouble: (error) => {
    throw error;
  },
});
afterAll(async () => {
  await incidents.close();
  await postgres.close();
});

let workspace = '';
let workspaces = 0;
let actor: Actor;
beforeEach(async () => {
  now = NOON;
  workspace = `w${(workspaces += 1)}`;
  await postgres.pool.query('delete from incident');
  await postgres.pool.query('insert into workspace (workspace_id, name) values ($1, $1)', [workspace]);
  await ensureRules(postgres, workspace);
  const who = { kind: 'person', id: 'p', name: 'Ann', from: null } as const;
  actor = { workspaceId: workspace, sight: { to: 'all' }, by: 'ann', who };
  await door.accept(
    workspace,
    's',
    ['ann', 'bo'].map((agent) => ({ id: agent, at: NOON, type: 'agent.upserted', data: { agent, name: agent } })),
  );
});

const OPENING = {
  isProposed: false,
  title: 'Sign-in fails',
  users: 'all',
  block: 'complete',
  overrides: [],
  services: ['Sign-in'],
  regions: [],
  customers: [],
  tickets: [] as string[],
} as const;
const opened = (more: object = {}) => incidents.open(actor, { ...OPENING, ...more });
const act = (id: string, deed: Deed) => incidents.act(actor, id, deed);
/** Somebody takes it at once, so that only its other clocks have something to say. */
async function responded(more: object = {}): Promise<string> {
  const id = await opened(more);
  await act(id, { name: 'role', role: 'commander', agent: 'ann', is: true });
  return id;
}
const get = (id: string) => incidents.get(actor, id);
const at = (minutes: number) => (now = NOON + minutes * MINUTE);
async function announceAt(minutes: number): Promise<void> {
  at(minutes);
  while ((await announceIncidents(postgres.pool, now, 10)) > 0);
}
/** What the timer said: types without their prefix, and minutes after noon. */
async function said(id: string): Promise<[string, number][]> {
  const { rows } = await postgres.pool.query<{ type: string; at: number }>(
    `select type, at from event_log where workspace_id = $1 and stream = $2 and actor_kind = 'system' order by at, type`,
    [workspace, `incident/${id}`],
  );
  return rows.map((row) => [row.type.replace('incident.', ''), (row.at - NOON) / MINUTE]);
}
const ticket = (id: string, requester: string, more: object = {}) => ({
  id: `${id} created`,
  at: NOON - 5 * MINUTE,
  ticket: id,
  actor: { kind: 'customer', id: requester },
  type: 'ticket.created',
  data: { requester, subject: 'Help', ...more },
});

describe('an incident', () => {
  test('gets the next number of its workspace, its severity with the reason, and the commander', async () => {
    expect([await opened(), await opened({ commander: 'bo' })]).toEqual(['INC-1', 'INC-2']);
    expect(await get('INC-2')).toMatchObject({
      severity: 'SEV1',
      severityReason: 'All users, completely blocked',
      stage: 'investigating',
      commander: { id: 'bo', name: 'bo' },
      update: { dueAt: new Date(NOON + 15 * MINUTE).toISOString() },
    });
  });

  test('declared twice by one request is one, and two at the same moment are two', async () => {
    const twice = await Promise.all([1, 2].map(() => incidents.open(actor, OPENING, 'same')));
    expect(new Set([...twice, await incidents.open(actor, OPENING, 'same')]).size).toBe(1);
    expect(new Set(await Promise.all([1, 2, 3, 4].map(() => opened()))).size).toBe(4);
  });

  test('is nobody else’s: another workspace sees nothing of it', async () => {
    const id = await opened();
    const strangers = { ...actor, workspaceId: 'elsewhere' };
    await expect(incidents.get(strangers, id)).rejects.toMatchObject({ code: 'not_found' });
    await expect(incidents.act(strangers, id, { name: 'note', text: 'x' })).rejects.toMatchObject({ code: 'not_found' });
    expect((await incidents.list(strangers, {}, { limit: 10 })).incidents).toEqual([]);
  });

  test('takes a commander of the directory only, and tickets that exist', async () => {
    await expect(opened({ commander: 'nobody' })).rejects.toMatchObject({ fields: [{ field: 'agent' }] });
    await expect(opened({ tickets: ['s:none'] })).rejects.toMatchObject({ fields: [{ field: 'tickets' }] });
  });

  test('goes from the declaration to the end only by its review and its actions', async () => {
    const id = await opened();
    await expect(act(id, { name: 'status', status: 'closed' })).rejects.toMatchObject({ code: 'not_possible' });
    at(20);
    await act(id, { name: 'status', status: 'resolved' });
    await expect(act(id, { name: 'status', status: 'closed' })).rejects.toThrow('review');
    await expect(act(id, { name: 'completeReview' })).rejects.toThrow('the root cause');
    await act(id, {
      name: 'review',
      summary: 'It failed',
      rootCause: 'A certificate',
      toImprove: ['Watch it'],
      stamps: { fixedAt: NOON + MINUTE },
    });
    await act(id, { name: 'action', action: 'a1', title: 'Watch certificates', owner: 'bo', dueOn: '2026-06-09' });
    await act(id, { name: 'completeReview' });
    expect((await get(id)).keptOpenBy).toBe('actions');
    await act(id, { name: 'action', action: 'a1', state: 'done' });
    await act(id, { name: 'status', status: 'closed' });
    expect(await get(id)).toMatchObject({
      stage: 'closed',
      openActions: 0,
      review: { rootCause: 'A certificate', stamps: { fixedAt: new Date(NOON + MINUTE).toISOString() } },
    });
    const { rows } = await postgres.pool.query(
      `select action from audit_entry where workspace_id = $1 and action like 'incident.%' order by place`,
      [workspace],
    );
    expect(rows.map(({ action }) => action)).toEqual([
      'incident.declared',
      'incident.status_changed',
      'incident.reviewed',
      'incident.status_changed',
    ]);
  });
});

describe('a dismissal', () => {
  test('is for what was only proposed, or declared in vain before customers heard of it', async () => {
    const [proposed, mistaken] = [await opened({ isProposed: true }), await opened()];
    await act(mistaken, { name: 'update', audience: 'internal', text: 'A test of ours' });
    for (const id of [proposed, mistaken]) {
      await act(id, { name: 'dismiss' });
      expect((await get(id)).stage).toBe('dismissed');
    }
  });

  test('takes nothing back that customers were told, nor what is resolved or closed', async () => {
    const [known, over] = [await opened(), await opened({ users: 'multiple', block: 'major' })];
    await act(known, { name: 'update', audience: 'customers', text: 'We are on it.' });
    await expect(act(known, { name: 'dismiss' })).rejects.toThrow('Customers were told');
    for (const status of ['resolved', 'closed'] as const) {
      await act(over, { name: 'status', status });
      await expect(act(over, { name: 'dismiss' })).rejects.toThrow('cannot be dismissed');
    }
  });
});

describe('the timer', () => {
  test('that comes in the very millisecond of what is due says the rest in the next one, and nothing twice', async () => {
    const id = await opened({ users: 'all', block: 'major' });
    await announceAt(30);
    expect(await said(id)).toEqual([['escalation_due', 30]]);
    expect(await nextIncidentAt(postgres.pool)).toBe(NOON + 30 * MINUTE + 1);
    for (const ms of [1, 2, 3]) await announceAt(30 + ms / MINUTE);
    expect((await said(id)).map(([type]) => type)).toEqual(['escalation_due', 'response_missed', 'update_skipped']);
    const { rows } = await postgres.pool.query<{ types: string[] }>(
      `select types from outbox where workspace_id = $1 and types && '{incident.escalation_due,incident.update_skipped}'`,
      [workspace],
    );
    expect(rows.map(({ types }) => types.toSorted())).toEqual([
      ['incident.escalation_due'],
      ['incident.response_missed', 'incident.update_skipped'],
    ]);
  });

  test('says each skipped update once, at its instant, and leaves word of it', async () => {
    const id = await responded();
    await announceAt(15);
    expect(await said(id)).toEqual([]);
    for (const minutes of [15.1, 16, 29, 31, 31]) await announceAt(minutes);
    expect(await said(id)).toEqual([
      ['update_skipped', 15],
      ['escalation_due', 30],
      ['update_skipped', 30],
    ]);
    const { rows } = await postgres.pool.query(
      `select types from outbox where workspace_id = $1 and kind = 'incident' and 'incident.update_skipped' = any(types)`,
      [workspace],
    );
    expect(rows).toHaveLength(2);
    expect((await get(id)).update).toMatchObject({ skipped: 2, missing: 2 });
  });

  test('misses the response where somebody was only named, and not where they took it themselves', async () => {
    const [named, taken] = [await opened({ commander: 'bo' }), await responded()];
    await announceAt(16);
    expect(await said(named)).toEqual([
      ['response_missed', 15],
      ['update_skipped', 15],
    ]);
    expect(await said(taken)).toEqual([['update_skipped', 15]]);
  });

  test('starts anew with an update to customers, and stops with the resolve', async () => {
    const id = await responded();
    at(10);
    await act(id, { name: 'update', audience: 'customers', text: 'We are on it.' });
    expect(await nextIncidentAt(postgres.pool)).toBe(NOON + 25 * MINUTE + 1);
    await announceAt(24);
    await act(id, { name: 'status', status: 'resolved', notice: { text: 'It is over.' } });
    await announceAt(60);
    expect(await said(id)).toEqual([]);
  });

  test('catches up silently on what it slept through', async () => {
    const id = await responded();
    await announceAt(61);
    expect((await said(id)).filter(([type]) => type === 'update_skipped')).toEqual(
      [15, 30, 45, 60].map((minute) => ['update_skipped', minute]),
    );
    const { rows } = await postgres.pool.query<{ types: string[] }>(
      `select types from outbox where workspace_id = $1 and kind = 'incident' and 'incident.update_skipped' = any(types)`,
      [workspace],
    );
    expect(rows).toHaveLength(1);
  });

  test('once more from there where something late comes before what it said, and what it said too much is marked', async () => {
    const id = await responded();
    await announceAt(16);
    await act(id, { name: 'note', text: 'Looking' });
    const late = { incident: id, audience: 'customers', text: 'In time' };
    await door.accept(workspace, 'status-page', [{ id: 'late', at: NOON + 14 * MINUTE, type: 'incident.update_posted', data: late }]);
    expect((await get(id)).update.skipped).toBe(0);
    expect((await get(id)).timeline.find(({ type }) => type === 'incident.update_skipped')).toMatchObject({ isSuperseded: true });
    await announceAt(29.5);
    expect((await said(id)).filter(([type]) => type === 'update_skipped')).toEqual([
      ['update_skipped', 15],
      ['update_skipped', 29],
    ]);
  });

  test('again from where something is told that happened before what it said, though nothing has happened since', async () => {
    const id = await opened({ users: 'multiple', block: 'major' });
    await announceAt(61);
    const raised = { incident: id, to: 'SEV1' };
    await door.accept(workspace, 'pager', [{ id: 'raised', at: NOON + 10 * MINUTE, type: 'incident.severity_changed', data: raised }]);
    await announceAt(61);
    expect((await said(id)).filter(([type]) => type === 'update_skipped').map(([, minute]) => minute)).toEqual([25, 40, 55]);
  });

  test('alone says what it says', async () => {
    const id = await opened();
    const sent = { id: 'x', at: NOON, type: 'incident.update_skipped', data: { incident: id, severity: 'SEV1', due: NOON } };
    expect(await door.accept(workspace, 's', [sent])).toMatchObject([{ outcome: 'rejected', field: 'type' }]);
  });
});

describe('tickets', () => {
  test('belong to it by an event of their own, are counted once with what was merged into them, and leave it', async () => {
    await door.accept(workspace, 's', [ticket('s:1', 'c1'), ticket('s:2', 'c2'), ticket('s:3', 'c2')]);
    const id = await opened({ tickets: ['s:1', 's:2'] });
    await door.accept(workspace, 's', [{ id: 'm', at: NOON, ticket: 's:3', type: 'ticket.merged', data: { into: 's:1' } }]);
    expect((await get(id)).impact).toMatchObject({ tickets: 2, duplicates: 1, customers: 2 });
    expect(await incidents.ticketsOf(actor, id)).toEqual(['s:1', 's:2']);
    await incidents.link(actor, id, ['s:2'], false);
    expect((await get(id)).impact).toMatchObject({ tickets: 1, customers: 2 });
    expect((await incidents.list(actor, { ticket: 's:1' }, { limit: 10 })).incidents.map((one) => one.id)).toEqual([id]);
    expect((await checkStores(postgres, workspace)).findings).toEqual([]);
  });

  test('out of sight are not told one by one, and are counted', async () => {
    await door.accept(workspace, 's', [ticket('s:1', 'c1', { team: 't1' }), ticket('s:2', 'c2', { team: 't2' })]);
    const id = await opened({ tickets: ['s:1', 's:2'] });
    const lead = { ...actor, sight: { to: 'work', teams: ['t1'], agent: null } } as unknown as Actor;
    expect((await incidents.get(lead, id)).ticketIds).toEqual(['s:1']);
    expect((await incidents.get(lead, id)).impact.tickets).toBe(2);
    await expect(incidents.link(lead, id, ['s:2'], false)).rejects.toMatchObject({ code: 'invalid' });
  });
});

test('a replay gives the same state, links and next instant, and says nothing twice', async () => {
  await door.accept(workspace, 's', [ticket('s:1', 'c1')]);
  const id = await responded({ tickets: ['s:1'] });
  await announceAt(31);
  await act(id, { name: 'severity', users: 'multiple', block: 'major', overrides: [] });
  await act(id, { name: 'update', audience: 'customers', text: 'We are on it.' });
  const before = [await get(id), await said(id)];
  await postgres.pool.query('delete from incident_ticket where workspace_id = $1', [workspace]);
  await postgres.pool.query('update incident set state = null, next_at = null where workspace_id = $1', [workspace]);
  expect((await checkStores(postgres, workspace)).findings.map(({ stream }) => stream).toSorted()).toEqual([
    `incident/${id}`,
    'ticket/s:1',
  ]);
  await replay(postgres, { workspaceId: workspace });
  expect((await checkStores(postgres, workspace)).findings).toEqual([]);
  while ((await announceIncidents(postgres.pool, now, 10)) > 0);
  expect([await get(id), await said(id)]).toEqual(before);
});

test('a policy of one’s own holds for what is declared from then on', async () => {
  const before = await opened();
  const { policy } = await incidents.policy(workspace);
  const terms = { ...policy.terms, SEV1: { ...policy.terms.SEV1, updateSeconds: 600 } };
  await incidents.savePolicy({ workspaceId: workspace, who: actor.who, name: 'Ann' }, { terms, reviewSeconds: policy.reviewSeconds }, 0);
  const after = await opened();
  expect([(await get(before)).update.everySeconds, (await get(after)).update.everySeconds]).toEqual([900, 600]);
  await expect(
    incidents.savePolicy({ workspaceId: workspace, who: actor.who, name: 'Ann' }, { terms, reviewSeconds: policy.reviewSeconds }, 0),
  ).rejects.toMatchObject({ code: 'not_possible' });
});
