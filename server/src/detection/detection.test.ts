/** Detection in the product: an outage through the door becomes a proposed incident with its evidence, and what people say of it is learned. */
import type { DetectionState } from '@watchdesk/domain/incident/detection';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { MINUTE, NOON, outage, startDetectionDesk, ticketOf, usualTickets } from '../../test/detection-desk.ts';
import type { Actor } from '../incidents/index.ts';

let desk: Awaited<ReturnType<typeof startDetectionDesk>>;
let workspace: string;
let actor: Actor;
beforeAll(async () => {
  desk = await startDetectionDesk();
  workspace = await desk.newWorkspace();
  const who = { kind: 'person', id: 'p', name: 'Ann', from: null } as const;
  actor = { workspaceId: workspace, sight: { to: 'all' }, by: 'ann', who };
  await desk.begin();
}, 300_000);
afterAll(() => desk.close());

const proposed = async (of = workspace) => (await desk.detection().proposals({ workspaceId: of, sight: { to: 'all' } })).proposals;
const linkedTo = async (incident: string): Promise<string[]> => {
  const { rows } = await desk.postgres.pool.query<{ ticket: string }>(
    'select ticket from incident_ticket where workspace_id = $1 and incident = $2 order by ticket',
    [workspace, incident],
  );
  return rows.map(({ ticket }) => ticket);
};
const stageIn = async (incident: string) => (await desk.incidents.get(actor, incident)).stage;

test('it learns of what there is at its first start, and listens', async () => {
  expect(await desk.detection().settings(workspace)).toMatchObject({ isOn: true, falseAlarmsPerWeek: 1, isListening: true });
  expect(desk.troubles).toEqual([]);
});

test('what is usual proposes nothing, and history none either', async () => {
  await desk.tell(workspace, usualTickets(NOON, NOON + 90 * MINUTE, 7));
  await desk.door.bulk(workspace, 's', outage('history', NOON + 60 * MINUTE, 20, 10_000));
  await desk.detection().watch.catchUp();
  expect(await proposed()).toEqual([]);
});

test('an outage is proposed with its evidence, once, whatever kills the process in the middle', async () => {
  const from = NOON + 100 * MINUTE;
  const tickets = outage('first', from, 16, 40_000, 20);
  await desk.tell(workspace, tickets.slice(0, 5));
  desk.restart();
  await desk.tell(workspace, tickets.slice(5, 11), 2);
  desk.restart();
  await desk.tell(workspace, tickets.slice(11), 1);
  const [one, ...others] = await proposed();
  expect(others).toEqual([]);
  expect(one).toMatchObject({ incident: 'INC-1', place: { kind: 'region', name: 'North' }, verdict: null, endedAt: null });
  expect(one!.peak.customers).toBeGreaterThan(4);
  expect(one!.peak.usual).toBeLessThan(3);
  expect(one!.peak.low).toBeGreaterThan(one!.peak.usualPerHour);
  expect(one!.words.map(({ word }) => word)).toEqual(expect.arrayContaining(['router', 'offline']));
  expect(one!.regions[0]).toMatchObject({ region: 'North', of: 200 });
  expect(one!.chart.steps.reduce((sum, step) => sum + step.tickets, 0)).toBeGreaterThanOrEqual(16);
  expect((await desk.detection().ticketsOf(actor, 'INC-1')).filter((id) => id.startsWith('s:first')).length).toBe(16);
  const incident = await desk.incidents.get(actor, 'INC-1');
  expect(incident).toMatchObject({ stage: 'proposed', detectedBy: 'Watchdesk, from the tickets', regions: ['North'], services: ['Login'] });
  expect(incident.title).toMatch(/^Unusually many customers write about .* in North$/);
  expect(incident.timeline.filter(({ type }) => type === 'incident.proposed')).toHaveLength(1);
  expect(await linkedTo('INC-1')).toEqual([]);
});

test('accepted, its tickets and those to come belong to it, each once; taken off by hand they stay off', async () => {
  await desk.incidents.act(actor, 'INC-1', { name: 'declare' });
  await desk.detection().watch.catchUp();
  const before = await linkedTo('INC-1');
  expect(before.filter((id) => id.startsWith('s:first'))).toHaveLength(16);
  await desk.incidents.link(actor, 'INC-1', ['s:first-0'], false);
  await desk.tell(workspace, [
    ticketOf('later', desk.clock.now() + MINUTE, 300, { subject: 'my router is offline', category: 'Login', product: 'Login' }),
    ticketOf('other', desk.clock.now() + MINUTE, 302, { subject: 'an invoice', category: 'Billing', product: 'Billing' }),
  ]);
  const after = await linkedTo('INC-1');
  expect(after).toContain('s:later');
  expect(after).not.toContain('s:other');
  expect(after).not.toContain('s:first-0');
  const { rows } = await desk.postgres.pool.query<{ data: { reason: string } }>(
    `select data from event_log where workspace_id = $1 and stream = 'ticket/s:later' and type = 'ticket.linked'`,
    [workspace],
  );
  expect(rows).toHaveLength(1);
  expect(rows[0]!.data.reason).toContain('router');
  expect(await proposed()).toEqual([]);
  const evidence = await desk.detection().proposals(actor, 'INC-1');
  expect(evidence.proposals).toMatchObject([{ incident: 'INC-1', verdict: 'accepted' }]);
});

test('it ends by itself, and keeps nobody’s words then', async () => {
  desk.goTo(desk.clock.now() + 200 * MINUTE);
  await desk.detection().watch.catchUp();
  const evidence = await desk.detection().proposals(actor, 'INC-1');
  expect(evidence.proposals[0]!.endedAt).not.toBeNull();
  const { rows } = await desk.postgres.pool.query<{ proposal: { tickets: { customer: null; words: [] }[] } }>(
    'select proposal from detection_proposal where workspace_id = $1',
    [workspace],
  );
  expect(new Set(rows[0]!.proposal.tickets.map(({ customer, words }) => `${customer} ${words.length}`))).toEqual(new Set(['null 0']));
});

test('dismissed, by whatever way it was said, it goes on in silence, and it learns', async () => {
  const began = desk.clock.now() + 60 * MINUTE;
  const words = (name: string, at: number, first: number) =>
    outage(name, at, 9, 60_000, first).map((one) => ({
      ...one,
      data: { ...one.data, subject: 'newsletter unsubscribe', category: 'Billing', product: 'Billing' },
    }));
  await desk.tell(workspace, words('again', began, 40));
  const [one] = await proposed();
  expect(one).toMatchObject({ incident: 'INC-2' });
  await desk.door.accept(workspace, 'pager', [
    { id: 'no', at: desk.clock.now(), type: 'incident.dismissed', data: { incident: 'INC-2', reason: 'A newsletter went out' } },
  ]);
  await desk.detection().watch.catchUp();
  expect((await desk.detection().proposals(actor, 'INC-2')).proposals).toMatchObject([{ verdict: 'dismissed' }]);
  await desk.tell(workspace, words('more', desk.clock.now() + MINUTE, 60));
  const { rows } = await desk.postgres.pool.query<{ state: string }>('select state from detection where workspace_id = $1', [workspace]);
  const { leniency } = JSON.parse(rows[0]!.state) as DetectionState;
  expect(
    leniency.filter(({ cell: { topic }, steps }) => topic.kind === 'word' && topic.name === 'newsletter' && steps === -1),
  ).toHaveLength(1);
  expect(await proposed()).toEqual([]);
});

test('what it learned is shown, the newest first, and taken back one by one or at once, also while it listens', async () => {
  const learned = async () => (await desk.detection().settings(workspace)).learned;
  const by = { kind: 'person', id: 'p', name: 'Ann', from: null } as const;
  const before = await learned();
  const newsletter = before.find(({ topic }) => topic.name === 'newsletter')!;
  expect(newsletter).toMatchObject({ topic: { kind: 'word' }, factor: 0.1 });
  expect(before.find(({ topic }) => topic.name === 'router')!.factor).toBeCloseTo(10 ** 0.5, 12);
  expect(before.findIndex(({ topic }) => topic.name === 'newsletter')).toBeLessThan(
    before.findIndex(({ topic }) => topic.name === 'router'),
  );
  await desk.detection().forgetLearned(workspace, newsletter.key, by);
  expect(await learned()).toEqual(before.filter(({ key }) => key !== newsletter.key));
  // Whoever listened had it in memory, and does not bring it back.
  await desk.tell(workspace, usualTickets(desk.clock.now(), desk.clock.now() + 3 * MINUTE, 9));
  desk.goTo(desk.clock.now() + 5 * MINUTE);
  await desk.detection().watch.catchUp();
  expect((await learned()).map(({ key }) => key)).not.toContain(newsletter.key);
  await desk.detection().forgetLearned(workspace, undefined, by);
  desk.goTo(desk.clock.now() + 5 * MINUTE);
  await desk.detection().watch.catchUp();
  expect(await learned()).toEqual([]);
  const { rows } = await desk.postgres.pool.query(`select 1 from audit_entry where workspace_id = $1 and action = 'detection.unlearned'`, [
    workspace,
  ]);
  expect(rows).toHaveLength(2);
});

test('merged into an incident, its tickets belong to that one', async () => {
  const from = desk.clock.now() + 300 * MINUTE;
  const slow = outage('slow', from, 14, 40_000, 90).map((one) => ({
    ...one,
    data: { ...one.data, subject: 'dashboard blank', category: 'Reports', product: 'Reports' },
  }));
  await desk.tell(workspace, slow);
  const [one] = await proposed();
  const whole = await desk.incidents.open(actor, {
    isProposed: false,
    title: 'Reports are down',
    users: 'all',
    block: 'complete',
    overrides: [],
    services: [],
    regions: [],
    customers: [],
    tickets: [],
  });
  await expect(desk.incidents.act(actor, one!.incident, { name: 'dismiss', mergedInto: 'INC-2' })).rejects.toThrow('mergedInto');
  await desk.incidents.act(actor, one!.incident, { name: 'dismiss', mergedInto: whole });
  await desk.detection().watch.catchUp();
  expect((await linkedTo(whole)).filter((id) => id.startsWith('s:slow'))).toHaveLength(14);
  expect(await linkedTo(one!.incident)).toEqual([]);
  expect(await stageIn(one!.incident)).toBe('dismissed');
  expect((await desk.detection().proposals(actor, whole)).proposals).toMatchObject([{ incident: one!.incident, verdict: 'merged' }]);
});

test('nobody’s troubles were met on the way', () => {
  expect(desk.troubles).toEqual([]);
});
