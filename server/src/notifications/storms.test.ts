/** When it rains: storms are a handful of messages with all in the log, nights are quiet but for what is critical, and who does not acknowledge is gone past. */
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { ANNA, BERT, CLEO, DESK, noticeWith, startTold, type Told, WHO } from '../../test/told.ts';
import { inTransaction } from '../store/postgres/index.ts';

let told: Told;
beforeAll(async () => {
  told = await startTold();
  told.mail.start();
});
afterAll(() => told.close());
beforeEach(async () => {
  await told.quiet();
  await told.postgres.pool.query(
    'delete from notice; delete from outbox_message; delete from channel; delete from secret; delete from notification_preference',
  );
  told.http.behave({ status: 200, body: 'ok' });
  told.smtp.delivered.length = 0;
  told.http.received.length = 0;
});

const settings = { from: 'info', isPersonal: false, template: null, quiet: null, timeZone: null } as const;
const slack = async (more = {}) =>
  (
    await told.notifications.channels.create(
      'a',
      { kind: 'slack', name: 'alerts', credentials: { url: `${told.http.url}/slack` }, ...settings, ...more },
      WHO,
    )
  ).channel.id;
const counted = async () => {
  const { rows } = await told.postgres.pool.query<{ outcome: string; count: number }>(
    `select case when d.state = 'packed' then m.state else d.state end as outcome, count(*)::int as count from notice_delivery d
     left join outbox_message m on m.id = d.message where d.way in ('mail', 'channel') group by 1`,
  );
  return Object.fromEntries(rows.map(({ outcome, count }) => [outcome, count]));
};
const eventually = (look: () => unknown) => vi.waitFor(look, { timeout: 20_000, interval: 30 });

const BREACHES = process.env['WATCHDESK_LONG'] === '1' ? 5000 : 500;

test(`${BREACHES} breaches are a handful of messages to each, and every one is in the log`, async () => {
  const channel = await slack();
  await inTransaction(told.postgres.pool, async (client) => {
    for (let index = 0; index < BREACHES; index += 1)
      await told.notifications.post(client, 'a', noticeWith({ severity: 'critical', title: 'First response breached' }), {
        people: [ANNA],
        channels: [channel],
      });
  });
  told.notifications.start();
  await eventually(async () => expect(await counted()).toEqual({ sent: 2 * BREACHES }));
  expect(told.smtp.delivered.length + told.http.received.length).toBeLessThanOrEqual(6);
  expect(told.smtp.delivered[0]!.read.subject).toBe(`[Critical] ${BREACHES} notices: ${BREACHES} critical`);
  expect(told.smtp.delivered[0]!.read.text).toContain(`${BREACHES} times: First response breached`);
  const { deliveries } = await told.notifications.log('a', { person: null, outcomes: ['grouped'], limit: 200 });
  expect(deliveries).toHaveLength(200);
  expect(new Set(deliveries.map(({ together }) => together))).toEqual(new Set([BREACHES]));
}, 120_000);

test('what goes on raining waits for the next message, and says so', async () => {
  told.notifications.start();
  for (let index = 0; index < 3; index += 1) await told.post(noticeWith(), { people: [ANNA] });
  await eventually(() => expect(told.smtp.delivered.length).toBeGreaterThan(0));
  for (let index = 0; index < 20; index += 1) await told.post(noticeWith(), { people: [ANNA] });
  await eventually(async () => {
    const { deliveries } = await told.notifications.log('a', { person: null, outcomes: ['capped'], limit: 50 });
    expect(deliveries.length).toBeGreaterThanOrEqual(20);
    expect(deliveries.every(({ until }) => Date.parse(until!) > told.clock.now())).toBe(true);
  });
  told.clock.move(61_000);
  await eventually(async () => expect(await counted()).toEqual({ sent: 23 }));
  expect(told.smtp.delivered.length).toBeLessThanOrEqual(4);
});

test('two processes put nothing into two messages', async () => {
  told.notifications.start();
  told.another().start();
  for (let index = 0; index < 60; index += 1) await told.post(noticeWith({ title: `n${index}` }), { people: [ANNA, BERT, CLEO] });
  // What a slow machine gathers only after a minute has passed waits for the next one.
  await eventually(async () => {
    told.clock.move(61_000);
    expect(await counted()).toEqual({ sent: 180 });
  });
  const { rows } = await told.postgres.pool.query<{ messages: number }>('select count(*)::int as messages from outbox_message');
  expect(told.smtp.delivered).toHaveLength(rows[0]!.messages);
});

test('what presses goes at once past what was sent before, once a minute, and what does not waits', async () => {
  const channel = await slack();
  const lanes = [`mail ${BERT}`, `channel ${channel}`];
  // As many as there may be in an hour, some of them a moment ago.
  for (const lane of lanes)
    for (let index = 0; index < 20; index += 1)
      await told.postgres.pool.query(
        `insert into outbox_message (workspace_id, id, kind, template, recipient, lane, next_at, made_at, state, ended_at)
         values ('a', gen_random_uuid(), 'gone', 'notice', 'x', $1, $2, $2, 'sent', $2)`,
        [lane, new Date(told.clock.now() - (index < 3 ? 1_000 : 600_000))],
      );
  const audience = { people: [BERT], channels: [channel] };
  let hasStarted = false;
  const outcomes = async (title: string) => {
    const { deliveries } = await told.notifications.log('a', { person: null, limit: 50 });
    return deliveries.filter((one) => one.notice.title === title && one.way !== 'inbox').map(({ outcome }) => outcome);
  };
  const tell = async (title: string, more: object) => {
    await told.post(noticeWith({ title, ticketId: 'api:1', ...more }), audience);
    if (!hasStarted) told.notifications.start();
    hasStarted = true;
    await eventually(async () => expect((await outcomes(title)).every((one) => one !== 'waiting')).toBe(true));
    return [...new Set(await outcomes(title))];
  };
  expect(await tell('Usual', { priority: 'P2' })).toEqual(['capped']);
  expect(await tell('Presses', { priority: 'P1' })).toEqual(['sent']);
  expect(await tell('Presses too', { priority: 'P1' })).toEqual(['capped']);
  told.clock.move(61_000);
  await eventually(async () => expect(await outcomes('Presses too')).toEqual(['sent', 'sent']));
});

describe('quiet hours', () => {
  const always = (now: number) => {
    const hour = new Date(now).getUTCHours();
    const at = (hours: number) => `${String((hour + hours) % 24).padStart(2, '0')}:00`;
    return { from: at(23), to: at(2), days: [] };
  };

  test('hold a person’s mail until they end, and let through what is urgent', async () => {
    const mine = await told.notifications.preferences('a', ANNA);
    await told.notifications.savePreferences('a', ANNA, { ...mine, quiet: always(told.clock.now()), timeZone: 'UTC' });
    told.notifications.start();
    await told.post(noticeWith({ title: 'Later' }), { people: [ANNA] });
    await told.post(noticeWith({ title: 'P4', severity: 'critical', ticketId: 's:4', priority: 'P4' }), { people: [ANNA] });
    await told.post(noticeWith({ title: 'Now', severity: 'critical' }), { people: [ANNA] });
    await eventually(() => expect(told.smtp.delivered.map(({ read }) => read.subject)).toEqual(['[Critical] Now']));
    const { deliveries } = await told.notifications.log('a', { person: null, outcomes: ['held'], limit: 5 });
    expect(deliveries).toMatchObject(['P4', 'Later'].map((title) => ({ notice: { title }, reason: 'quiet hours' })));
    expect(Date.parse(deliveries[0]!.until!) % 3600_000).toBe(0);
    told.clock.move(3 * 3600_000);
    await eventually(() => expect(told.smtp.delivered).toHaveLength(3));
  });

  test('of a channel hold all but what is urgent', async () => {
    const channel = await slack({ quiet: always(told.clock.now()), timeZone: 'UTC' });
    told.notifications.start();
    await told.post(noticeWith({ title: 'Later' }), { channels: [channel] });
    await told.post(noticeWith({ title: 'Now', severity: 'critical' }), { channels: [channel] });
    await eventually(() => expect(told.http.received.map(({ body }) => body)).toEqual([expect.stringContaining('Now')]));
  });

  test('are beside a shift, which is the directory’s', async () => {
    const from = told.clock.now() + 2 * 3600_000;
    await told.postgres.pool.query(`insert into directory (workspace_id, kind, id, state, version) values ('a', 'agent', 'a1', $1, 1)`, [
      JSON.stringify({
        kind: 'agent',
        id: 'a1',
        attributes: { teams: ['billing'] },
        personal: {},
        shifts: [{ from, to: from + 3600_000, kind: 'work' }],
      }),
    ]);
    const mine = await told.notifications.preferences('a', ANNA);
    await told.notifications.savePreferences('a', ANNA, { ...mine, onShiftOnly: true });
    told.notifications.start();
    await told.post(noticeWith(), { people: [ANNA] });
    await eventually(async () =>
      expect((await told.notifications.log('a', { person: null, outcomes: ['held'], limit: 5 })).deliveries).toMatchObject([
        { reason: 'off shift', until: new Date(from).toISOString() },
      ]),
    );
    told.clock.move(2 * 3600_000 + 1000);
    await eventually(() => expect(told.smtp.delivered).toHaveLength(1));
  });
});

describe('the ladder', () => {
  const ladder = [
    { roles: ['lead'], afterMs: 5 * 60_000 },
    { roles: ['manager'], afterMs: 15 * 60_000 },
  ];
  const inboxes = async () =>
    Promise.all(
      [ANNA, BERT, CLEO].map(async (person) =>
        (await told.notifications.inbox('a', person, { limit: 10 })).items.map(({ event }) => event),
      ),
    );

  test('tells the next one when nobody acknowledges, each step once', async () => {
    await told.post(noticeWith({ alertId: 'alert-w' }), { people: [ANNA], ladder });
    told.notifications.start();
    told.another().start();
    expect(await inboxes()).toEqual([['fired'], [], []]);
    told.clock.move(5 * 60_000);
    await eventually(async () => expect(await inboxes()).toEqual([['fired'], ['escalated'], []]));
    expect((await told.notifications.inbox('a', BERT, { limit: 1 })).items[0]!.what).toMatch(
      /^Nobody has acknowledged this for 5 minutes\. /,
    );
    told.clock.move(10 * 60_000);
    await eventually(async () => expect(await inboxes()).toEqual([['fired'], ['escalated'], ['escalated']]));
  });

  test('ends when somebody acknowledges or snoozes, by a notice or by a link', async () => {
    await told.post(noticeWith({ thread: 'x', alertId: 'alert-x', title: 'To follow' }), { people: [ANNA], ladder });
    await told.post(noticeWith({ thread: 'y', alertId: 'alert-y', title: 'To follow' }), { people: [ANNA], ladder });
    told.notifications.start();
    const letters = () => told.smtp.delivered.filter(({ read }) => read.subject!.includes('To follow'));
    const links = () => letters().flatMap(({ read }) => new RegExp(`${DESK}/notice/(\\S+)`).exec(read.text!)?.[1] ?? []);
    await eventually(() => expect(links()).toHaveLength(2));
    for (const token of links()) await told.notifications.follow(token, { deed: 'acknowledge', from: '192.0.2.1' });
    for (const event of ['acknowledged', 'snoozed'] as const) {
      await told.post(noticeWith({ thread: event, alertId: event }), { people: [ANNA], ladder });
      await told.post(noticeWith({ thread: event, alertId: event, event }), { people: [ANNA], ladder });
    }
    told.clock.move(20 * 60_000);
    await new Promise((settle) => setTimeout(settle, 300));
    expect((await inboxes()).slice(1)).toEqual([[], []]);
    const { rows } = await told.postgres.pool.query<{ ended: string }>('select distinct ended from notice_step');
    expect(rows).toEqual([{ ended: 'settled' }]);
  });

  test('is of what can be acknowledged, and of nothing else', async () => {
    await told.post(noticeWith(), { people: [ANNA], ladder });
    expect((await told.postgres.pool.query('select from notice_step')).rows).toEqual([]);
  });
});
