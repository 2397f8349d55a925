/** What is wrong with one of those who are told keeps nobody else from being told. */
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { ANNA, BERT, CLEO, noticeWith, startTold, type Told, WHO } from '../../test/told.ts';

let told: Told;
const [JOSE, ODD] = ['00000000-0000-4000-8000-00000000000d', '00000000-0000-4000-8000-00000000000e'];
beforeAll(async () => {
  told = await startTold();
  for (const [id, email] of [
    [JOSE, 'josé@example.com'],
    [ODD, 'one,two@example.com'],
  ]) {
    await told.postgres.pool.query(`insert into auth_user (id, name, email, "emailVerified") values ($1, 'Other', $2, true)`, [id, email]);
    await told.postgres.pool.query(`insert into member (workspace_id, user_id, role) values ('a', $1, 'agent')`, [id]);
  }
  told.mail.start();
});
afterAll(() => told.close());
const eventually = (look: () => unknown) => vi.waitFor(look, { timeout: 20_000, interval: 30 });

test('an address of letters of any language is written to, and one that is none ends with the reason', async () => {
  const url = `${told.http.url}/hook`;
  const settings = { from: 'info', isPersonal: false, template: null, quiet: null, timeZone: null } as const;
  const hook = { kind: 'webhook', name: 'Hook', credentials: { url }, ...settings } as const;
  const { channel } = await told.notifications.channels.create('a', hook, WHO);
  // The one without an address comes first of all lanes.
  await told.post(noticeWith(), { people: [ODD] });
  await told.post(noticeWith(), { people: [ANNA, BERT, CLEO, JOSE], channels: [channel.id] });
  told.notifications.start();
  await eventually(() =>
    expect(told.smtp.delivered.flatMap(({ to }) => to).toSorted()).toEqual([
      'anna@example.com',
      'bert@example.com',
      'cleo@example.com',
      'josé@example.com',
    ]),
  );
  await eventually(() => expect(told.http.to('/hook')).toHaveLength(1));
  const { deliveries } = await told.notifications.log('a', { person: null, outcomes: ['nowhere'], limit: 9 });
  expect(deliveries).toMatchObject([{ recipient: { id: ODD }, reason: 'to must be one e-mail address, such as anna@example.com' }]);
});

test('a step of a ladder that cannot be taken is tried again later, and the next one is taken', async () => {
  await told.quiet();
  const ladder = [{ people: [BERT], afterMs: 60_000 }];
  const broken = noticeWith({ title: 'Broken', alertId: 'broken' });
  await told.post(broken, { people: [ANNA], ladder });
  await told.postgres.pool.query(`update notice_step set audience = '{"people": 5}', due_at = due_at - interval '1 second'`);
  await told.post(noticeWith({ title: 'Whole', alertId: 'whole' }), { people: [ANNA], ladder });
  told.clock.move(60_000);
  told.notifications.start();
  await eventually(async () =>
    expect((await told.notifications.inbox('a', BERT, { limit: 9 })).items.filter(({ event }) => event === 'escalated')).toMatchObject([
      { title: 'Whole' },
    ]),
  );
  const { rows } = await told.postgres.pool.query<{ due: Date }>(
    'select due_at as due from notice_step s join notice n on n.id = s.notice where n.key = $1 and ended is null',
    [broken.key],
  );
  expect(rows[0]!.due.getTime()).toBeGreaterThan(told.clock.now());
});
