/** A further step of a promise reaches whoever was told of the steps before, its ladder goes on, and a pager keeps one incident of it. */
import type { AudienceInput } from '@watchdesk/domain/notification';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { ANNA, BERT, CLEO, noticeWith, startTold, type Told, WHO } from '../../test/told.ts';
import { inTransaction } from '../store/postgres/index.ts';

let told: Told;
let policy: AudienceInput | null = null;
beforeAll(async () => {
  told = await startTold({
    onCall: { standing: async () => [], policyOf: async () => policy && { audience: policy, respondSeconds: 300 } },
  });
  told.notifications.start();
});
afterAll(() => told.close());
beforeEach(async () => {
  await told.postgres.pool.query('delete from notice; delete from outbox_message; delete from channel; delete from secret');
  told.http.behave({ status: 202 });
  told.http.received.length = 0;
});

const MINUTE = 60_000;
const eventually = (look: () => unknown) => vi.waitFor(look, { timeout: 20_000, interval: 30 });
const settings = { from: 'info', isPersonal: false, template: null, quiet: null, timeZone: null } as const;
const credentials = { routingKey: 'R0123456789012345678901234567890', region: 'us' } as const;
const pager = async () =>
  (await told.notifications.channels.create('a', { kind: 'pagerduty', name: 'Pager', credentials, ...settings }, WHO)).channel.id;
const bodies = () => told.http.received.map(({ body }) => JSON.parse(body) as Record<string, any>);
const deeds = () => bodies().map(({ event_action, dedup_key }) => `${event_action} ${dedup_key}`);
const inboxOf = async (person: string) =>
  (await told.notifications.inbox('a', person, { limit: 20 })).items.map(({ title }) => title).toReversed();

const thread = 'sla:s%3A1:first_response:c';
const at80 = { thread, alertId: 'one', title: 'At 80' } as const;
const breach = { thread, alertId: 'two', earlier: ['one'], title: 'Breached' } as const;

test('whoever was told of 80 % is told of the breach beside those whom its rule names, and of the end once', async () => {
  await told.post(noticeWith(at80), { people: [ANNA] });
  await told.post(noticeWith(breach), { people: [BERT] });
  await told.post(noticeWith({ ...breach, event: 'resolved', title: 'Over' }), { people: [CLEO] });
  expect(await Promise.all([ANNA, BERT, CLEO].map(inboxOf))).toEqual([['At 80', 'Breached', 'Over'], ['Breached', 'Over'], []]);
});

test('what becomes of another alert on the same step is for those who were told of that', async () => {
  await told.post(noticeWith(at80), { people: [ANNA] });
  await told.post(noticeWith({ ...at80, alertId: 'beside', title: 'At 80 as well' }), { people: [BERT] });
  await told.post(noticeWith({ ...at80, event: 'acknowledged', title: 'Seen' }), { people: [CLEO] });
  expect(await Promise.all([ANNA, BERT].map(inboxOf))).toEqual([['At 80', 'Seen'], ['At 80 as well']]);
});

test('who is further up the ladder is told in time, once, and of the furthest step', async () => {
  const ladder = [
    { people: [BERT], afterMs: 5 * MINUTE },
    { people: [CLEO], afterMs: 15 * MINUTE },
  ];
  await told.post(noticeWith(at80), { people: [ANNA], ladder });
  told.clock.move(5 * MINUTE);
  await eventually(async () => expect(await inboxOf(BERT)).toEqual(['At 80']));
  await told.post(noticeWith({ ...breach, what: 'It is breached.' }), {
    people: [ANNA],
    ladder: [
      { people: [BERT], afterMs: 20 * MINUTE },
      { roles: ['manager'], afterMs: 30 * MINUTE },
    ],
  });
  told.clock.move(10 * MINUTE);
  await eventually(async () => expect(await inboxOf(CLEO)).toEqual(['Breached']));
  const [cleo] = (await told.notifications.inbox('a', CLEO, { limit: 1 })).items;
  expect(cleo).toMatchObject({ event: 'escalated', alertId: 'two', what: 'Nobody has acknowledged this for 10 minutes. It is breached.' });
  expect(await inboxOf(BERT)).toEqual(['At 80', 'Breached']);
  // Whoever acknowledges ends what is left.
  await told.post(noticeWith({ ...breach, event: 'acknowledged', title: 'Seen' }), { people: [ANNA] });
  const { rows } = await told.postgres.pool.query<{ ended: string }>('select ended from notice_step order by ended');
  expect(rows.map(({ ended }) => ended)).toEqual(['settled', 'told', 'told']);
});

const steps = async () =>
  (
    await told.postgres.pool.query<{ step: number; ended: string | null; minutes: number }>(
      `select step, ended, round(extract(epoch from s.due_at - n.posted_at) / 60)::int as minutes from notice_step s
       join notice n on n.workspace_id = s.workspace_id and n.id = s.notice order by n.posted_at, step`,
    )
  ).rows.map(({ step, ended, minutes }) => `${step} at ${minutes}${ended === null ? '' : ` ${ended}`}`);

test('the same ladder is gone up once for 80 % and the breach, and anew once that is long over or somebody has acknowledged 80 %', async () => {
  const ladder = [
    { people: [BERT], afterMs: 15 * MINUTE },
    { people: [CLEO], afterMs: 30 * MINUTE },
  ];
  await told.post(noticeWith(at80), { people: [ANNA], ladder });
  told.clock.move(10 * MINUTE);
  await told.post(noticeWith(breach), { people: [ANNA], ladder });
  expect(await steps()).toEqual(['21 at 5', '22 at 20']);
  told.clock.move(20 * MINUTE);
  await eventually(async () => expect(await inboxOf(CLEO)).toContain('Breached'));
  expect(await inboxOf(BERT)).toEqual(['Breached']);
  const severe = { ...breach, alertId: 'three', earlier: ['one', 'two'], title: 'Severe' };
  await told.post(noticeWith(severe), { people: [ANNA], ladder });
  expect(await steps()).toEqual(['21 at 5 told', '22 at 20 told']);
  told.clock.move(24 * 60 * MINUTE);
  await told.post(noticeWith({ ...severe, alertId: 'four' }), { people: [ANNA], ladder });
  expect(await steps()).toEqual(['21 at 5 told', '22 at 20 told', '1 at 15', '2 at 30']);
  await told.post(noticeWith({ ...severe, alertId: 'four', event: 'acknowledged' }), { people: [ANNA] });
  await told.post(noticeWith({ ...severe, alertId: 'five', earlier: ['four'] }), { people: [ANNA], ladder });
  expect((await steps()).slice(2)).toEqual(['1 at 15 settled', '2 at 30 settled', '1 at 15', '2 at 30']);
});

test('what its rule names, the pages of a policy and what is left of the step before have numbers of their own', async () => {
  const rungs = (person: string, from: number) =>
    Array.from({ length: 10 }, (_, index) => ({ people: [person], afterMs: (from + index) * MINUTE }));
  await told.post(noticeWith(at80), { people: [ANNA], ladder: rungs(BERT, 60) });
  // As a policy gives them, beside the rule's own.
  policy = { ladder: rungs(ANNA, 100) };
  await told.post(noticeWith(breach), { people: [ANNA], policy: 'p', ladder: rungs(CLEO, 80) });
  const numbers = (first: number) => Array.from({ length: 10 }, (_, index) => first + index);
  expect((await steps()).map((one) => Number(one.split(' ')[0]))).toEqual([...numbers(1), ...numbers(11), ...numbers(21)]);
  await told.post(noticeWith({ ...breach, event: 'acknowledged' }), { people: [ANNA] });
  expect((await steps()).every((one) => one.endsWith('settled'))).toBe(true);
});

test('a pager has one incident at a time: acknowledged as somebody takes the ticket, begun anew by a further step, resolved at the end', async () => {
  const channel = await pager();
  const ladder = [{ people: [BERT], afterMs: 5 * MINUTE }];
  await told.post(noticeWith(at80), { people: [CLEO], channels: [channel], ladder });
  const taken = (more = {}) =>
    inTransaction(told.postgres.pool, (client) =>
      told.notifications.postAll(client, 'a', [{ taken: noticeWith({ ...at80, event: 'acknowledged', title: 'Taken', ...more }) }]),
    );
  await taken();
  await taken({ thread: 'sla:another', alertId: 'three' });
  await told.post(noticeWith({ ...breach, severity: 'critical' }), { people: [ANNA] });
  await told.post(noticeWith({ ...breach, event: 'resolved', title: 'Over' }), { people: [ANNA] });
  const key = `watchdesk:a:${thread}`;
  // Of an incident that is acknowledged a pager tells nobody, whatever it hears.
  await eventually(() =>
    expect(deeds()).toEqual(['trigger', 'acknowledge', 'resolve', 'trigger', 'resolve'].map((deed) => `${deed} ${key}`)),
  );
  expect(bodies().map(({ payload }) => payload.severity)).toEqual(['warning', 'warning', 'info', 'critical', 'warning']);
  expect(await inboxOf(CLEO)).toEqual(['At 80', 'Breached', 'Over']);
});

test('that somebody took the ticket ends no ladder: nobody has said here that they have seen it', async () => {
  await told.post(noticeWith(at80), { people: [ANNA], ladder: [{ people: [BERT], afterMs: 5 * MINUTE }] });
  await inTransaction(told.postgres.pool, (client) =>
    told.notifications.postAll(client, 'a', [{ taken: noticeWith({ ...at80, event: 'acknowledged', title: 'Taken' }) }]),
  );
  told.clock.move(5 * MINUTE);
  await eventually(async () => expect(await inboxOf(BERT)).toEqual(['At 80']));
  expect(await inboxOf(ANNA)).toEqual(['At 80']);
});
