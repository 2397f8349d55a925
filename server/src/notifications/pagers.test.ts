/** A pager hears of the end of whatever it was told of, and after it of nothing: no incident stays open. */
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { ANNA, BERT, noticeWith, startTold, type Told, WHO } from '../../test/told.ts';
import { inTransaction } from '../store/postgres/index.ts';

let told: Told;
beforeAll(async () => {
  told = await startTold();
  told.notifications.start();
});
afterAll(() => told.close());
beforeEach(async () => {
  await told.postgres.pool.query('delete from notice; delete from outbox_message; delete from channel; delete from secret');
  told.http.behave({ status: 202 });
  told.http.received.length = 0;
});

const eventually = (look: () => unknown) => vi.waitFor(look, { timeout: 20_000, interval: 30 });
const settings = { from: 'info', isPersonal: false, template: null, quiet: null, timeZone: null } as const;
const pager = async () => {
  const credentials = { routingKey: 'R0123456789012345678901234567890', region: 'us' } as const;
  return (await told.notifications.channels.create('a', { kind: 'pagerduty', name: 'Pager', credentials, ...settings }, WHO)).channel.id;
};
const bodies = () => told.http.received.map(({ body }) => JSON.parse(body) as Record<string, any>);
const deeds = () => bodies().map(({ event_action }) => event_action as string);
const settle = (thread: string, last = noticeWith({ thread, event: 'resolved' })) =>
  inTransaction(told.postgres.pool, (client) => told.notifications.settle(client, 'a', last));

test('on the ladder', async () => {
  const channel = await pager();
  const audience = { people: [ANNA], ladder: [{ channels: [channel], afterMs: 60_000 }] };
  await told.post(noticeWith({ thread: 't', alertId: 't' }), audience);
  told.clock.move(60_000);
  await eventually(() => expect(deeds()).toEqual(['trigger']));
  await told.post(noticeWith({ thread: 't', alertId: 't', event: 'resolved' }), audience);
  await eventually(() => expect(deeds()).toEqual(['trigger', 'resolve']));
  expect(new Set(bodies().map(({ dedup_key }) => dedup_key)).size).toBe(1);
});

test('that the rule names no more', async () => {
  const channel = await pager();
  await told.post(noticeWith({ thread: 't' }), { channels: [channel] });
  await eventually(() => expect(deeds()).toEqual(['trigger']));
  await told.post(noticeWith({ thread: 't', event: 'resolved' }), { people: [BERT] });
  await eventually(() => expect(deeds()).toEqual(['trigger', 'resolve']));
  // Who never heard of it does not hear of its end.
  expect((await told.notifications.inbox('a', BERT, { limit: 9 })).items).toEqual([]);
});

test('anew of what somebody had in hand, so that somebody is called', async () => {
  const channel = await pager();
  const post = (event: 'fired' | 'acknowledged' | 'snoozed' | 'escalated', alertId?: string) =>
    told.post(noticeWith({ thread: 't', event, ...(alertId !== undefined && { alertId }) }), { channels: [channel] });
  await post('fired', 'at 80');
  await post('acknowledged', 'at 80');
  await post('fired', 'breach');
  await eventually(() => expect(deeds()).toEqual(['trigger', 'acknowledge', 'resolve', 'trigger']));
  await post('snoozed', 'breach');
  await post('escalated', 'breach');
  // A further step of what nobody has in hand adds to the incident that calls already.
  await post('fired', 'twice');
  await eventually(() => expect(deeds().slice(4)).toEqual(['acknowledge', 'resolve', 'trigger', 'trigger']));
  expect(new Set(bodies().map(({ dedup_key }) => dedup_key)).size).toBe(1);
});

test('anew of what is told by itself each time', async () => {
  const channel = await pager();
  await told.post(noticeWith({ thread: 'digest:r' }), { channels: [channel] });
  await told.post(noticeWith({ thread: 'digest:r' }), { channels: [channel] });
  await eventually(() => expect(deeds()).toEqual(['trigger', 'resolve', 'trigger']));
});

test('of a thread that is settled, and nobody else', async () => {
  const channel = await pager();
  await told.post(noticeWith({ thread: 't' }), { people: [ANNA], channels: [channel] });
  await settle('t');
  await settle('of nobody');
  await eventually(() => expect(deeds()).toEqual(['trigger', 'resolve']));
  expect((await told.notifications.inbox('a', ANNA, { limit: 9 })).items.map(({ event }) => event)).toEqual(['fired']);
  const { rows } = await told.postgres.pool.query('select from notice');
  expect(rows).toHaveLength(2);
});

test('in order, whatever is tried again', async () => {
  const channel = await pager();
  let isDown = true;
  told.http.behave(() => ({ status: isDown ? 503 : 202 }));
  await told.post(noticeWith({ thread: 't' }), { channels: [channel] });
  await eventually(() => expect(deeds()).toEqual(['trigger']));
  isDown = false;
  await told.post(noticeWith({ thread: 't', event: 'resolved' }), { channels: [channel] });
  await told.post(noticeWith({ thread: 'u' }), { channels: [channel] });
  await eventually(() => expect(deeds()).toEqual(['trigger', 'trigger']));
  expect(new Set(bodies().map(({ dedup_key }) => dedup_key)).size).toBe(2);
  // A try that is not noted yet would be made again.
  await eventually(async () => {
    const { deliveries } = await told.notifications.log('a', { person: null, limit: 9 });
    const said = deliveries.map(({ outcome, reason }) => `${outcome} ${reason}`);
    expect(said.toSorted((one, other) => one.localeCompare(other))).toEqual(['sent null', 'waiting another', 'waiting answered 503']);
  });
  told.clock.move(6_000);
  await eventually(() => expect(deeds()).toEqual(['trigger', 'trigger', 'trigger', 'resolve']));
});

test('in the order of posting, of what happened within one instant', async () => {
  const channel = await pager();
  await inTransaction(told.postgres.pool, async (client) => {
    for (let index = 0; index < 12; index += 1)
      for (const event of ['fired', 'resolved'] as const)
        await told.notifications.post(client, 'a', noticeWith({ thread: `t${index}`, event }), { channels: [channel] });
  });
  await eventually(() => expect(deeds()).toHaveLength(24));
  const open = new Set<string>();
  for (const { event_action, dedup_key } of bodies())
    if (event_action === 'trigger') open.add(dedup_key);
    else open.delete(dedup_key);
  expect(open).toEqual(new Set());
});

test('in quiet hours of what it was told of, and of what it was not told of yet only afterwards', async () => {
  const channel = await pager();
  const hour = new Date(told.clock.now()).getUTCHours();
  const at = (hours: number) => `${String((hour + hours) % 24).padStart(2, '0')}:00`;
  const quiet = { from: at(23), to: at(2), days: [] };
  await told.notifications.channels.change('a', channel, { settings: { ...settings, name: 'Pager', quiet, timeZone: 'UTC' } }, WHO);
  const post = (thread: string, event: 'fired' | 'resolved', priority: 'P1' | 'P4') =>
    told.post(noticeWith({ thread, event, severity: 'critical', priority }), { channels: [channel] });
  await post('held', 'fired', 'P4');
  await post('told', 'fired', 'P1');
  await eventually(() => expect(deeds()).toEqual(['trigger']));
  await post('held', 'resolved', 'P4');
  await post('told', 'resolved', 'P1');
  await eventually(() => expect(deeds()).toEqual(['trigger', 'resolve']));
  told.clock.move(3 * 3600_000);
  await eventually(() => expect(deeds()).toEqual(['trigger', 'resolve', 'trigger', 'resolve']));
});

test('of a storm of one rule twenty times a minute, and once of how many more', async () => {
  const channel = await pager();
  const post = (index: number, event: 'fired' | 'resolved') => {
    const ticketId = `s:${index}`;
    return noticeWith({ thread: ticketId, ticketId, event, title: `Breached: ${ticketId}` });
  };
  const postAll = (from: number, to: number, event: 'fired' | 'resolved') =>
    inTransaction(told.postgres.pool, async (client) => {
      for (let index = from; index < to; index += 1)
        await told.notifications.post(client, 'a', post(index, event), { channels: [channel] });
    });
  await postAll(0, 50, 'fired');
  await eventually(() => expect(deeds()).toHaveLength(21));
  expect(bodies().map(({ payload }) => payload.summary)).toContain('30 notices: 30 warning');
  await postAll(50, 51, 'fired');
  await eventually(async () =>
    expect((await told.notifications.log('a', { person: null, outcomes: ['capped'], limit: 9 })).deliveries).toMatchObject([
      { notice: { ticketId: 's:50' } },
    ]),
  );
  await told.post(noticeWith({ thread: 'other', title: 'Another rule' }), { channels: [channel] });
  await eventually(() => expect(deeds()).toHaveLength(22));
  told.clock.move(61_000);
  await eventually(() => expect(deeds()).toHaveLength(23));
  // None that was opened stays open.
  await postAll(0, 49, 'resolved');
  await eventually(() => expect(deeds().filter((deed) => deed === 'resolve')).toHaveLength(49));
  // What is counted in one goes on with the last of it.
  const more = bodies().find(({ payload }) => payload.summary.startsWith('30 notices'))!;
  expect(bodies().filter(({ dedup_key }) => dedup_key === more['dedup_key'])).toHaveLength(1);
  await postAll(49, 51, 'resolved');
  await eventually(() => expect(deeds().filter((deed) => deed === 'resolve')).toHaveLength(52));
  expect(
    bodies()
      .filter(({ dedup_key }) => dedup_key === more['dedup_key'])
      .map(({ event_action }) => event_action),
  ).toEqual(['trigger', 'resolve']);
  const ended = new Set(bodies().flatMap(({ event_action, dedup_key }) => (event_action === 'resolve' ? [dedup_key] : [])));
  expect([...ended].filter((key) => String(key).startsWith('watchdesk:a:more:'))).toHaveLength(1);
  expect(bodies().filter(({ event_action, dedup_key }) => event_action === 'trigger' && !ended.has(dedup_key))).toMatchObject([
    { payload: { summary: 'Another rule' } },
  ]);
});
