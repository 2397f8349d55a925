/** What time makes due is found by timers where no column says it, and waits that are over are taken together: one that fails is set aside alone. */
import { type AutomationInput, automationSpec } from '@watchdesk/domain/automation';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { postgresDatabase } from '../../test/databases.ts';
import { SEES_ALL } from '../accounts/index.ts';
import { createDoor } from '../ingest/index.ts';
import { ensureRules } from '../rules/index.ts';
import { openPostgres } from '../store/postgres/index.ts';
import { createAutomations } from './index.ts';
import { noticesIn } from './told.ts';

const postgres = openPostgres(await postgresDatabase());
afterAll(() => postgres.close());
const { pool } = postgres;
const HOUR = 3_600_000;
let now = Date.UTC(2026, 5, 2, 12);
const clock = { now: () => now };
const door = createDoor({ postgres, clock });
const UNASKED = () => Promise.reject(new Error('no automation asks customers'));
/** Of this ticket nobody can be told. */
let bad = '';
/** The tickets of each posting. */
let posted: (string | undefined)[][] = [];
const automations = createAutomations({
  postgres,
  clock,
  door,
  commands: { areTaken: async () => ({ isOn: false, offAt: null }), ask: async () => {} },
  post: async (_tx, _workspace, news) => {
    const tickets = noticesIn(news).map(({ ticketId }) => ticketId);
    if (tickets.includes(bad)) throw new Error('this cannot be told');
    posted.push(tickets);
  },
  surveys: { factsOf: UNASKED, ask: UNASKED },
  onTrouble: () => {},
});

let workspace = '';
let [count, events] = [0, 0];
const saver = () => ({ workspaceId: workspace, who: { kind: 'person', id: 'p', name: 'Pat', from: null }, name: 'Pat' }) as const;
beforeEach(async () => {
  bad = '';
  now += 30 * 24 * HOUR;
  workspace = `w${(count += 1)}`;
  await pool.query('update automation set enabled_at = null, deleted_at = now()');
  await pool.query('insert into workspace (workspace_id, name) values ($1, $1)', [workspace]);
  await pool.query(`insert into connection (workspace_id, source, kind, label, writable) values ($1, 's', 'api', 'Ours', true)`, [
    workspace,
  ]);
  await ensureRules(postgres, workspace);
  await automations.turn();
  posted = [];
});

const make = (input: Pick<AutomationInput, 'trigger'> & Partial<AutomationInput>) =>
  automations.create(saver(), automationSpec.parse({ name: 'One', actions: [{ do: 'tag', add: ['x'] }], ...input }));
const send = (ticket: string, type: string, data: object, actor: object = { kind: 'customer', id: 'c' }) =>
  door.accept(workspace, 's', [{ id: `e${(events += 1)}`, at: now, ticket, type, data, actor }]);
const passes = async (hours: number): Promise<void> => {
  now += hours * HOUR;
  await automations.turn();
};
const ran = async (): Promise<string[]> =>
  (await automations.runs(workspace, SEES_ALL, { limit: 200 })).runs.map(({ ticket }) => ticket).toSorted();
const timers = async (): Promise<string[]> => {
  const { rows } = await pool.query<{ ticket: string }>(
    'select ticket from automation_timer where workspace_id = $1 and due_at is not null order by ticket',
    [workspace],
  );
  return rows.map(({ ticket }) => ticket);
};

test('tickets that were open before it was switched on are found, and none whose time had run out by then', async () => {
  await send('s:long', 'ticket.created', { requester: 'c' });
  now += 20 * HOUR;
  await send('s:new', 'ticket.created', { requester: 'c' });
  await send('s:taken', 'ticket.created', { requester: 'c', assignee: 'a' });
  await make({ trigger: { kind: 'time', since: 'unassigned', seconds: 10 * 3_600 } });
  await passes(1);
  expect([await timers(), await ran()]).toEqual([['s:new'], []]);
  await send('s:taken', 'assignee.changed', { to: null }, { kind: 'agent', id: 'a' });
  await passes(9);
  expect([await timers(), await ran()]).toEqual([['s:taken'], ['s:new']]);
  await passes(1);
  expect([await timers(), await ran()]).toEqual([[], ['s:new', 's:taken']]);
});

test('what changed while it was off, or counts otherwise by now, counts as it is', async () => {
  const { id, spec, version } = await make({ trigger: { kind: 'time', since: 'reply', seconds: 10 * 3_600 } });
  for (const ticket of ['s:1', 's:2']) {
    await send(ticket, 'ticket.created', { requester: 'c' });
    await send(ticket, 'ticket.message', { messageId: 'm', visibility: 'public' }, { kind: 'agent', id: 'a' });
  }
  await passes(1);
  expect(await timers()).toEqual(['s:1', 's:2']);
  await automations.enable(saver(), id, false);
  await send('s:1', 'ticket.message', { messageId: 'n', visibility: 'public' });
  await passes(1);
  await automations.enable(saver(), id, true);
  await passes(1);
  expect(await timers()).toEqual(['s:2']);
  await automations.save(saver(), id, { ...spec, trigger: { ...spec.trigger, seconds: 5 * 3_600 } as never }, version + 2);
  await passes(3);
  expect(await ran()).toEqual(['s:2']);
  await send('s:2', 'status.changed', { to: 'resolved' }, { kind: 'agent', id: 'a' });
  await passes(1);
  expect(await timers()).toEqual([]);
  await automations.remove(saver(), id);
  expect(await timers()).toEqual([]);
});

test('a ticket of which nothing could be read before its time had run out is found late, and once', async () => {
  await make({ trigger: { kind: 'time', since: 'unassigned', seconds: 600 } });
  await make({ name: 'Other', trigger: { kind: 'time', since: 'creation', seconds: 600 } });
  await passes(0.01);
  const client = await pool.connect();
  await client.query('begin');
  await client.query('select pg_current_xact_id()');
  await send('s:1', 'ticket.created', { requester: 'c' });
  await send('s:taken', 'ticket.created', { requester: 'c' });
  for (const _ of [1, 2, 3, 4]) await passes(0.05);
  await send('s:1', 'ticket.message', { messageId: 'm', visibility: 'public' });
  await send('s:taken', 'assignee.changed', { to: 'a' }, { kind: 'agent', id: 'a' });
  await passes(0.1);
  expect(await ran()).toEqual(['s:1', 's:taken']);
  await client.query('commit');
  client.release();
  for (const _ of [1, 2]) await passes(0.01);
  expect(await ran()).toEqual(['s:1', 's:1', 's:taken']);
  expect(await timers()).toEqual([]);
});

test('what was due before it was accepted is history, and one that was looked at is not again as it changes', async () => {
  const { id } = await make({
    trigger: { kind: 'time', since: 'unassigned', seconds: 600 },
    conditions: { field: 'priority', is: ['P1'] },
  });
  await send('s:met', 'ticket.created', { requester: 'c', priority: 'P1' });
  await send('s:not', 'ticket.created', { requester: 'c', priority: 'P3' });
  await passes(0.2);
  expect(await ran()).toEqual(['s:met']);
  await door.accept(workspace, 's', [
    {
      id: 'old',
      at: now - HOUR / 5,
      ticket: 's:old',
      type: 'ticket.created',
      data: { requester: 'c', priority: 'P1' },
      actor: { kind: 'customer', id: 'c' },
    },
  ]);
  await send('s:not', 'priority.changed', { to: 'P1' }, { kind: 'agent', id: 'a' });
  await passes(0.05);
  expect(await ran()).toEqual(['s:met']);
  await automations.remove(saver(), id);
});

test('waits that are over go on together, and one that cannot is set aside alone', async () => {
  await make({
    trigger: { kind: 'event', events: ['ticket.created'] },
    actions: [
      { do: 'wait', seconds: 3_600 },
      { do: 'notify', audience: { roles: ['lead'] } },
    ],
  });
  for (let ticket = 0; ticket < 40; ticket += 1) await send(`s:${ticket}`, 'ticket.created', { requester: 'c' });
  await passes(0);
  await passes(1.01);
  expect(posted.map(({ length }) => length)).toEqual([40]);
  for (let ticket = 40; ticket < 60; ticket += 1) await send(`s:${ticket}`, 'ticket.created', { requester: 'c' });
  await passes(0);
  bad = 's:50';
  await passes(1.01).catch(() => {});
  expect(posted.slice(1).flat().length).toBe(19);
  for (const _ of [2, 3]) await passes(0.001).catch(() => {});
  expect(posted.slice(1).flat().length).toBe(19);
  const { runs } = await automations.runs(workspace, SEES_ALL, { limit: 200 });
  expect(runs.flatMap(({ ticket, outcome }) => (outcome === 'ran' ? [] : [[ticket, outcome]]))).toEqual([['s:50', 'stopped']]);
});
