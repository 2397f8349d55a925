/** What detection keeps: whoever is erased goes out of it, one broken workspace holds up no other, and it can be switched off. */
import type { DetectionState } from '@watchdesk/domain/incident/detection';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { MINUTE, NOON, outage, startDetectionDesk } from '../../test/detection-desk.ts';
import { createAudit } from '../audit/index.ts';
import { createPrivacy } from '../privacy/index.ts';
import { createRedaction } from '../redaction/index.ts';

let desk: Awaited<ReturnType<typeof startDetectionDesk>>;
const [ours, theirs] = ['w1', 'w2'];
const who = { kind: 'person', id: 'p', name: 'Ann', from: null } as const;
beforeAll(async () => {
  desk = await startDetectionDesk();
  await desk.newWorkspace();
  await desk.newWorkspace();
  await desk.begin();
}, 300_000);
afterAll(() => desk.close());

const proposed = async (workspace: string) =>
  (await desk.detection().proposals({ workspaceId: workspace, sight: { to: 'all' } })).proposals;
const stateOf = async (workspace: string): Promise<string> => {
  const { rows } = await desk.postgres.pool.query<{ state: string }>('select state from detection where workspace_id = $1', [workspace]);
  return rows[0]!.state;
};

test('a workspace whose memory is broken holds up no other, and goes on once it is mended', async () => {
  const whole = await stateOf(theirs);
  await desk.postgres.pool.query(`update detection set state = '{"broken"', revision = revision + 1 where workspace_id = $1`, [theirs]);
  desk.goTo(NOON + 3 * MINUTE);
  await desk.detection().watch.catchUp();
  const tickets = outage('both', NOON + 4 * MINUTE, 12);
  for (const one of tickets) {
    await desk.door.accept(theirs, 's', [one]);
    await desk.tell(ours, [one], 1);
  }
  expect(await proposed(ours)).toHaveLength(1);
  expect(await proposed(theirs)).toEqual([]);
  expect(desk.troubles.length).toBeGreaterThan(0);
  const broken = await desk.detection().settings(theirs);
  expect(broken).toMatchObject({ isOn: true, isListening: false, trouble: { at: 'hearing' } });
  expect(await desk.detection().settings(ours)).toMatchObject({ isListening: true, trouble: null });
  await desk.postgres.pool.query('update detection set state = $2, revision = revision + 1 where workspace_id = $1', [theirs, whole]);
  desk.goTo(desk.clock.now() + MINUTE);
  await desk.detection().watch.catchUp();
  expect((await proposed(theirs)).map(({ incident }) => incident)).toEqual(['INC-1']);
  expect(await desk.detection().settings(theirs)).toMatchObject({ isListening: true, trouble: null });
  expect((await desk.detection().ticketsOf({ workspaceId: theirs, sight: { to: 'all' } }, 'INC-1')).length).toBe(tickets.length);
});

test('whoever is erased goes out of what is remembered and out of the evidence, and stays out', async () => {
  const customer = 'c0';
  const audit = createAudit({ postgres: desk.postgres, clock: desk.clock });
  const redaction = createRedaction({ postgres: desk.postgres });
  const privacy = createPrivacy({ postgres: desk.postgres, clock: desk.clock, door: desk.door, audit, redaction });
  await desk.tell(ours, outage('more', desk.clock.now() + MINUTE, 2, MINUTE, 50));
  const kept = async () => {
    const { rows } = await desk.postgres.pool.query<{ text: string }>(
      'select proposal::text as text from detection_proposal where workspace_id = $1',
      [ours],
    );
    return [await stateOf(ours), ...rows.map(({ text }) => text)].join('\n');
  };
  expect(await kept()).toContain(`"${customer}"`);
  await privacy.erase(ours, customer, customer, who);
  expect(await kept()).not.toContain(`"${customer}"`);
  await desk.tell(ours, outage('after', desk.clock.now() + MINUTE, 3, MINUTE, 60));
  expect(await kept()).not.toContain(`"${customer}"`);
  const { proposals } = JSON.parse(await stateOf(ours)) as DetectionState;
  expect(proposals[0]!.tickets.find(({ id }) => id === 's:both-0')).toMatchObject({ customer: null, words: [] });
  expect(await proposed(ours)).toHaveLength(1);
});

test('also where another system says that somebody is erased', async () => {
  expect(await stateOf(ours)).toContain('"c2"');
  await desk.door.accept(ours, 's', [{ id: 'gone', at: desk.clock.now(), type: 'customer.erased', data: { customer: 'c2' } }]);
  await desk.detection().watch.catchUp();
  expect(await stateOf(ours)).not.toContain('"c2"');
  await desk.tell(ours, outage('then', desk.clock.now() + MINUTE, 2, MINUTE, 70));
  expect(await stateOf(ours)).not.toContain('"c2"');
});

test('switched off it hears nothing, and switched on it goes on', async () => {
  await desk.detection().save(theirs, { isOn: false, falseAlarmsPerWeek: 2 }, who);
  expect(await desk.detection().settings(theirs)).toMatchObject({ isOn: false, falseAlarmsPerWeek: 2, isListening: false });
  desk.goTo(desk.clock.now() + 300 * MINUTE);
  await desk.detection().watch.catchUp();
  const slow = (name: string, first: number) =>
    outage(name, desk.clock.now() + MINUTE, 12, 30_000, first).map((one) => ({
      ...one,
      data: { ...one.data, subject: 'dashboard blank', category: 'Reports', product: 'Reports' },
    }));
  await desk.tell(theirs, slow('deaf', 70));
  expect(await proposed(theirs)).toHaveLength(1);
  await desk.detection().save(theirs, { isOn: true, falseAlarmsPerWeek: 1 }, who);
  desk.goTo(desk.clock.now() + 90 * MINUTE);
  await desk.detection().watch.catchUp();
  await desk.tell(theirs, slow('hears', 100));
  expect(await proposed(theirs)).toHaveLength(2);
});

test('what nobody takes up is set aside a day after it is over, and can still be declared', async () => {
  desk.goTo(desk.clock.now() + 26 * 60 * MINUTE);
  await desk.detection().watch.catchUp();
  desk.goTo(desk.clock.now() + 26 * 60 * MINUTE);
  await desk.detection().watch.catchUp();
  const actor = { workspaceId: ours, sight: { to: 'all' }, by: 'ann', who } as const;
  expect(await proposed(ours)).toEqual([]);
  expect(await desk.incidents.get(actor, 'INC-1')).toMatchObject({
    stage: 'dismissed',
    dismissedFor: 'Over by itself, and nobody took it up',
  });
  await desk.incidents.act(actor, 'INC-1', { name: 'declare' });
  await desk.detection().watch.catchUp();
  expect((await desk.detection().proposals(actor, 'INC-1')).proposals).toMatchObject([{ verdict: 'accepted', isOver: true }]);
  expect((await desk.incidents.ticketsOf(actor, 'INC-1')).length).toBeGreaterThan(11);
});

test('where what is usual cannot be said its settings say so, until it can', async () => {
  const fresh = await desk.newWorkspace();
  const settings = () => desk.detection().settings(fresh);
  const passMinute = async () => {
    desk.goTo(desk.clock.now() + MINUTE);
    await desk.detection().watch.catchUp();
  };
  await desk.analytics.client.command({ query: 'rename table ticket_fact to ticket_fact_away' });
  await passMinute();
  await passMinute();
  const since = desk.clock.now();
  await passMinute();
  expect(await settings()).toMatchObject({
    isListening: false,
    usualAt: null,
    trouble: { at: 'preparing', since: new Date(since).toISOString() },
  });
  await desk.analytics.client.command({ query: 'rename table ticket_fact_away to ticket_fact' });
  await passMinute();
  await passMinute();
  expect(await settings()).toMatchObject({ isListening: true, trouble: null });
});
