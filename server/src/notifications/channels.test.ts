/** Slack, Teams, PagerDuty and mail, each at a receiver of its shape: hostile texts are texts, a thread is one incident, and who the customer is stays here unless the channel may tell. */
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { ANNA, BERT, noticeWith, startTold, type Told, WHO } from '../../test/told.ts';
import { createDoor } from '../ingest/index.ts';
import { createRedaction } from '../redaction/index.ts';
import { inTransaction } from '../store/postgres/index.ts';

let told: Told;
const TICKET = 'api:4711';
const SUBJECT = '<!channel> cannot sign in';
beforeAll(async () => {
  told = await startTold();
  const { postgres, clock } = told;
  await postgres.pool.query(`insert into connection (workspace_id, source, kind, label) values ('a', 'api', 'api', 'API')`);
  const door = createDoor({ postgres, clock, redaction: createRedaction({ postgres }) });
  const at = clock.now() - 1000;
  await door.accept('a', 'api', [
    { id: 'o', at, type: 'organisation.upserted', data: { organisation: 'o', name: 'Acme <Ltd>', plan: 'Enterprise' } },
    { id: 'c', at, type: 'customer.upserted', data: { customer: 'c', name: 'Ada', organisation: 'o' } },
    { id: 'u', at, ticket: 'api:led', type: 'ticket.created', data: { team: 'tech' } },
    { id: 't', at, ticket: TICKET, type: 'ticket.created', data: { subject: SUBJECT, requester: 'c', organisation: 'o' } },
  ] as never);
  told.mail.start();
  told.notifications.start();
});
afterAll(() => told.close());
beforeEach(async () => {
  await told.postgres.pool.query('delete from notice; delete from outbox_message; delete from channel; delete from secret');
  told.http.behave({ status: 202, body: '{"status":"success"}' });
  told.http.received.length = 0;
  told.smtp.delivered.length = 0;
});

const settings = { from: 'info', isPersonal: false, template: null, quiet: null, timeZone: null } as const;
const TEMPLATE = '{{customer_name}} ({{customer_plan}}) - {{topic}}';
const channel = async (draft: object) =>
  (await told.notifications.channels.create('a', { name: 'c', ...settings, ...draft } as never, WHO)).channel.id;
const addressed = () => ({ url: `${told.http.url}/in` });
const eventually = (look: () => unknown) => vi.waitFor(look, { timeout: 20_000, interval: 30 });
const bodies = () => told.http.received.map(({ body }) => JSON.parse(body));
const HOSTILE = {
  title: '<!channel> [click](https://evil.example) <script>alert(1)</script>',
  what: '<https://evil.example|click> *bold* <at>all</at>',
  facts: [{ label: 'Team', value: '<@U1> & [x](https://evil.example)' }],
};

test('Slack gets blocks in which nobody is called and nothing leads elsewhere', async () => {
  await told.post(noticeWith(HOSTILE), { channels: [await channel({ kind: 'slack', credentials: addressed() })] });
  await eventually(() => expect(bodies()).toHaveLength(1));
  const [{ text, blocks }] = bodies();
  expect(text).toContain('&lt;!channel&gt;');
  expect(
    JSON.stringify(
      blocks.filter(({ type }: { type: string }) => type === 'section').flatMap(({ fields = [] }: { fields?: object[] }) => fields),
    ),
  ).toContain('&lt;@U1&gt; &amp;');
  const urls = [...told.http.received[0]!.body.matchAll(/"url":"([^"]+)"/g)].map(([, url]) => url);
  expect(urls).toEqual(['https://desk.example/tickets/api:4711']);
});

test('Teams gets a card in which nothing is Markdown', async () => {
  await told.post(noticeWith(HOSTILE), { channels: [await channel({ kind: 'teams', credentials: addressed() })] });
  await eventually(() => expect(bodies()).toHaveLength(1));
  const { content } = bodies()[0].attachments[0];
  expect(content).toMatchObject({ type: 'AdaptiveCard', version: '1.4' });
  expect(told.http.received[0]!.body).not.toMatch(/"TextBlock"|"FactSet"/);
});

test('PagerDuty opens, acknowledges and resolves one incident for a thread', async () => {
  const id = await channel({ kind: 'pagerduty', credentials: { routingKey: 'R0123456789012345678901234567890', region: 'eu' } });
  for (const event of ['fired', 'acknowledged', 'resolved'] as const) {
    await told.post(noticeWith({ thread: 'sla:4711:first_response:c1', event, severity: 'critical' }), { channels: [id] });
    await eventually(() =>
      expect(bodies().at(-1)?.event_action).toBe({ fired: 'trigger', acknowledged: 'acknowledge', resolved: 'resolve' }[event]),
    );
  }
  expect(told.http.received.every(({ path }) => path === '/eu/v2/enqueue')).toBe(true);
  expect(new Set(bodies().map(({ dedup_key }) => dedup_key))).toEqual(new Set(['watchdesk:a:sla:4711:first_response:c1']));
  expect(bodies()[0]).toMatchObject({
    routing_key: 'R0123456789012345678901234567890',
    payload: { severity: 'critical', source: 'Watchdesk' },
  });
});

test('a test of PagerDuty opens an incident and ends it', async () => {
  const id = await channel({ kind: 'pagerduty', credentials: { routingKey: 'R0123456789012345678901234567890', region: 'eu' } });
  expect(await told.notifications.channels.test('a', id, WHO)).toEqual({ ok: true, reason: null });
  expect(bodies().map(({ event_action }) => event_action)).toEqual(['trigger', 'resolve']);
  expect(new Set(bodies().map(({ dedup_key }) => dedup_key)).size).toBe(1);
});

test.each(['slack', 'teams', 'webhook', 'mail'])('who the customer is goes to %s only where it may', async (kind) => {
  const credentials = kind === 'mail' ? { to: 'team@example.com' } : addressed();
  const [closed, open] = [
    await channel({ kind, credentials }),
    await channel({ kind, credentials, isPersonal: true, template: kind === 'webhook' ? null : TEMPLATE }),
  ];
  const sent = () =>
    kind === 'mail' ? told.smtp.delivered.map(({ read }) => `${read.subject} ${read.text}`) : told.http.received.map(({ body }) => body);
  await told.post(noticeWith({ ticketId: TICKET }), { channels: [closed] });
  await eventually(() => expect(sent()).toHaveLength(1));
  expect(sent()[0]).not.toMatch(/Acme|sign in/);
  await told.post(noticeWith({ ticketId: TICKET }), { channels: [open] });
  await eventually(() => expect(sent()).toHaveLength(2));
  if (kind !== 'webhook') expect(sent()[1]).toContain(`Acme <Ltd> (Enterprise) - ${SUBJECT}`);
  else expect(bodies()[1].data.customer).toEqual({ customer_name: 'Acme <Ltd>', customer_plan: 'Enterprise', topic: SUBJECT });
  // And stays in no table of ours.
  const kept = await Promise.all(
    ['notice', 'outbox_message', 'notice_delivery'].map((table) => told.postgres.pool.query(`select t::text from ${table} t`)),
  );
  expect(JSON.stringify(kept.map(({ rows }) => rows))).not.toMatch(/Acme|sign in/);
});

test('a card that the receiver cannot read is not sent again, and the channel stays', async () => {
  told.http.behave({ status: 400, body: 'invalid_blocks' });
  const id = await channel({ kind: 'slack', credentials: addressed() });
  await told.post(noticeWith(), { channels: [id] });
  await eventually(async () =>
    expect((await told.notifications.log('a', { person: null, limit: 5 })).deliveries).toMatchObject([
      { outcome: 'failed', attempts: 1, reason: 'answered 400: invalid_blocks' },
    ]),
  );
  expect(await told.notifications.channels.show('a', id)).toMatchObject({ active: true });
});

test.each([
  ['pagerduty', { routingKey: 'R0123456789012345678901234567890', region: 'us' }, 1],
  ['slack', { url: 'slack' }, 3],
] as const)(
  'administrators are told once that %s refuses what it is sent, until it has taken something',
  async (kind, credentials, many) => {
    told.http.behave({ status: 400, body: 'Invalid routing key' });
    const id = await channel({ kind, credentials: 'url' in credentials ? addressed() : credentials });
    const refusals = async () => (await told.notifications.inbox('a', ANNA, { limit: 9 })).items.map(({ title }) => title);
    const post = async (count: number) => {
      await told.post(noticeWith(), { channels: [id] });
      await eventually(() => expect(told.http.received).toHaveLength(count));
      await eventually(async () =>
        expect((await told.notifications.log('a', { person: null, outcomes: ['waiting'], limit: 5 })).deliveries).toEqual([]),
      );
      told.clock.move(61_000);
    };
    for (let count = 1; count <= 4; count += 1) {
      await post(count);
      const isTold = count >= many;
      await eventually(async () => expect(await refusals()).toEqual(isTold ? ['A channel refuses what it is sent'] : []));
    }
    told.http.behave({ status: 202 });
    await post(5);
    told.http.behave({ status: 400 });
    for (let count = 6; count < 6 + many; count += 1) await post(count);
    await eventually(async () => expect(await refusals()).toHaveLength(2));
  },
);

test('the leads of a ticket are those of its team, and all of one that no team has', async () => {
  const other = '00000000-0000-4000-8000-0000000000f0';
  const { pool } = told.postgres;
  await pool.query(`insert into auth_user (id, name, email, "emailVerified") values ($1, 'Dora', 'dora@example.com', true)`, [other]);
  await pool.query(`insert into member (workspace_id, user_id, role, teams) values ('a', $1, 'lead', '{billing}')`, [other]);
  const fresh = told.another();
  const toldOf = async (ticketId: string, ...more: string[]) => {
    const notice = noticeWith(more.length === 0 ? { ticketId } : { tickets: [ticketId, ...more] });
    await inTransaction(pool, (client) => fresh.post(client, 'a', notice, { ticketTeamLeads: true }));
    const { rows } = await pool.query<{ recipient: string }>(
      `select recipient from notice_delivery d join notice n on n.id = d.notice where n.key = $1 and way = 'inbox' order by 1`,
      [notice.key],
    );
    return rows.map(({ recipient }) => recipient);
  };
  expect(await toldOf('api:led')).toEqual([BERT]);
  expect(await toldOf(TICKET)).toEqual([BERT, other]);
  // Of several those of all their teams, and of no other.
  expect(await toldOf('api:led', 'api:led')).toEqual([BERT]);
});

test('what a letter to a channel says is kept nowhere, and the letter ends with its channel', async () => {
  const { pool } = told.postgres;
  const letters = async () => (await pool.query(`select from secret where purpose = 'mail'`)).rowCount;
  told.smtp.behave({ at: 'recipient', code: 450 });
  const id = await channel({ kind: 'mail', credentials: { to: 'team@example.com' }, isPersonal: true });
  await told.post(noticeWith({ ticketId: TICKET }), { channels: [id] });
  await eventually(async () =>
    expect((await told.notifications.log('a', { person: null, limit: 5 })).deliveries).toMatchObject([{ outcome: 'waiting', attempts: 1 }]),
  );
  expect(await letters()).toBe(0);
  await told.notifications.channels.remove('a', id, WHO);
  const { rows } = await pool.query<{ state: string; reason: string }>(`select state, reason from outbox_message where kind = 'mail'`);
  expect(rows).toEqual([{ state: 'failed', reason: 'the channel was removed' }]);
});

test('what is posted goes at the first look', async () => {
  const id = await channel({ kind: 'webhook', credentials: addressed() });
  for (let index = 0; index < 20; index += 1) await told.post(noticeWith(), { channels: [id] });
  await eventually(() => expect(bodies()).toHaveLength(20));
  const { deliveries } = await told.notifications.log('a', { person: null, limit: 50 });
  expect(deliveries.every(({ outcome, attempts }) => ['sent', 'waiting'].includes(outcome) && attempts === 1)).toBe(true);
});
