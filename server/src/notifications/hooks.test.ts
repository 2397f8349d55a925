/** Hooks are called once for each thing that happens, with a flat record whose id never changes, and for no history. */
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { CLEO, startTold, type Told, WHO } from '../../test/told.ts';
import { SCHEMES, verify } from '../connectors/signatures/index.ts';
import { createDoor, type Door } from '../ingest/index.ts';
import { createRedaction } from '../redaction/index.ts';

let told: Told;
let door: Door;
const OWNER = { who: WHO, key: null, person: null };

beforeAll(async () => {
  told = await startTold();
  const { postgres, clock } = told;
  door = createDoor({ postgres, clock, redaction: createRedaction({ postgres }) });
  await postgres.pool.query(
    `insert into connection (workspace_id, source, kind, label) values ('a', 'api', 'api', 'API'), ('b', 'api', 'api', 'API')`,
  );
  told.notifications.start();
});
afterAll(() => told.close());
beforeEach(async () => {
  await told.postgres.pool.query('delete from outbox_message; delete from channel; delete from secret');
  told.http.behave({ status: 200 });
  told.http.received.length = 0;
});

let made = 0;
const accept = (type: string, data: object, { ticket = 'api:1', at = told.clock.now(), workspace = 'a' } = {}) =>
  door.accept(workspace, 'api', [{ id: `e${(made += 1)}`, at, type, data, ticket }]);
const hook = (event: string, path = '/zap') =>
  told.notifications.hooks.create('a', { targetUrl: told.http.url + path, event: event as never }, OWNER);
const eventually = (look: () => unknown) => vi.waitFor(look, { timeout: 20_000, interval: 30 });
const called = () => told.http.received.map(({ body }) => JSON.parse(body) as Record<string, unknown>);
const SUBJECT = 'Ada’s secret subject';

test('what happens calls its hooks, once, signed, without who the customer is', async () => {
  const { secret } = await hook('ticket.created');
  await hook('escalated', '/other');
  const ticket = 'api:created';
  await accept('ticket.created', { subject: SUBJECT, priority: 'P1', channel: 'email' }, { ticket });
  await accept('ticket.message', { messageId: 'm', visibility: 'public', text: SUBJECT }, { ticket });
  await eventually(() => expect(called()).toHaveLength(1));
  const [record] = called();
  expect(record).toMatchObject({
    event: 'ticket.created',
    ticketId: ticket,
    ticketUrl: 'https://desk.example/tickets/api%3Acreated',
    priority: 'P1',
  });
  expect(record!['id']).toBe(`api:e${made - 1}`);
  expect(Object.values(record!).every((one) => one === null || typeof one !== 'object')).toBe(true);
  expect(told.http.received[0]!.body).not.toContain('secret');
  const { headers, body } = told.http.received[0]!;
  expect(
    verify(SCHEMES['standard-webhooks'], { headers, body: Buffer.from(body), receivedAt: told.clock.now() } as never, [secret]),
  ).toMatchObject({ ok: true });
  const kept = await told.postgres.pool.query('select content::text as content from outbox_message');
  expect(JSON.stringify(kept.rows)).not.toContain('secret');
  // Read again from where it was read before, nothing is put in twice.
  await told.postgres.pool.query(`update hook_reader set transaction_id = '0', position = 0`);
  await new Promise((settle) => setTimeout(settle, 500));
  expect(called()).toHaveLength(1);
});

test('history is silent, and so is another workspace', async () => {
  await hook('ticket.created');
  await accept('ticket.created', { subject: 'old' }, { ticket: 'api:old', at: told.clock.now() - 16 * 60_000 });
  await accept('ticket.created', { subject: 'theirs' }, { ticket: 'api:theirs', workspace: 'b' });
  await accept('ticket.created', { subject: 'new' }, { ticket: 'api:new' });
  await eventually(() => expect(called().map(({ ticketId }) => ticketId)).toEqual(['api:new']));
});

test('reopening, a low score and an escalation are told of; a good score is not', async () => {
  for (const event of ['ticket.reopened', 'csat.low', 'escalated']) await hook(event);
  const ticket = 'api:life';
  const now = told.clock.now();
  await accept('ticket.created', { subject: 's' }, { ticket, at: now - 300_000 });
  await accept('ticket.escalated', { toTier: 'L2', kind: 'technical' }, { ticket, at: now - 290_000 });
  await accept('status.changed', { to: 'resolved' }, { ticket, at: now - 280_000 });
  await accept('survey.answered', { survey: 'csat', score: 5, scale: 5 }, { ticket, at: now - 270_000 });
  await accept('survey.answered', { survey: 'csat', surveyId: 'two', score: 1, scale: 5 }, { ticket, at: now - 260_000 });
  await accept('status.changed', { to: 'open' }, { ticket, at: now - 1000 });
  await eventually(() =>
    expect(
      called()
        .map(({ event }) => String(event))
        .toSorted((a, b) => a.localeCompare(b)),
    ).toEqual(['csat.low', 'escalated', 'ticket.reopened']),
  );
  const ids = (all: readonly Record<string, unknown>[]) => all.map(({ id }) => id);
  const samples = await told.notifications.hooks.samples('a', 'csat.low', 10);
  expect(ids(samples)).toEqual(ids(called().filter(({ event }) => event === 'csat.low')));
});

test('samples are the newest first, with the ids that hooks are told', async () => {
  for (let index = 0; index < 4; index += 1)
    await accept('ticket.created', { subject: 's' }, { ticket: `api:s${index}`, at: told.clock.now() + index });
  const samples = await told.notifications.hooks.samples('a', 'ticket.created', 3);
  expect(samples.map(({ ticketId }) => ticketId)).toEqual(['api:s3', 'api:s2', 'api:s1']);
  expect(await told.notifications.hooks.samples('a', 'ticket.created', 3)).toEqual(samples);
  expect(await told.notifications.hooks.samples('b', 'csat.low', 3)).toEqual([]);
});

test('a hook whose receiver says 410 is gone', async () => {
  await hook('ticket.created');
  told.http.behave({ status: 410 });
  await accept('ticket.created', { subject: 's' }, { ticket: 'api:gone' });
  await eventually(async () => expect(await told.notifications.hooks.list('a')).toEqual([]));
  const { rows } = await told.postgres.pool.query(`select from secret where purpose = 'channel'`);
  expect(rows).toEqual([]);
});

test('one whose key was revoked is called no more', async () => {
  await told.postgres.pool.query(
    `insert into api_key (workspace_id, id, name, source, hash, scopes, revoked_at) values ('a', 'k', 'k', 'k', '\\x01', '{tickets:read}', now())`,
  );
  await told.notifications.hooks.create('a', { targetUrl: `${told.http.url}/revoked`, event: 'ticket.created' }, { ...OWNER, key: 'k' });
  await hook('ticket.created', '/good');
  await accept('ticket.created', { subject: 's' }, { ticket: 'api:revoked' });
  await eventually(() => expect(told.http.to('/good')).toHaveLength(1));
  expect(told.http.to('/revoked')).toEqual([]);
});

test('one whose maker does not see all tickets any more is called no more', async () => {
  const setRole = (role: string) => told.postgres.pool.query(`update member set role = $2 where user_id = $1`, [CLEO, role]);
  const address = `${told.http.url}/demoted`;
  await told.notifications.hooks.create('a', { targetUrl: address, event: 'ticket.created' }, { ...OWNER, person: CLEO });
  await hook('ticket.created', '/good');
  await accept('ticket.created', { subject: 's' }, { ticket: 'api:before' });
  await eventually(() => expect(told.http.to('/demoted')).toHaveLength(1));
  await setRole('lead');
  await accept('ticket.created', { subject: 's' }, { ticket: 'api:after' });
  await eventually(() => expect(told.http.to('/good')).toHaveLength(2));
  expect(told.http.to('/demoted')).toHaveLength(1);
  await setRole('manager');
});

test('one is removed by whoever left it, or by somebody who may write rules', async () => {
  const owners = [
    { ...OWNER, person: CLEO },
    { ...OWNER, key: 'k2' },
  ];
  for (const owner of owners) {
    const ids: string[] = [];
    for (const path of ['/1', '/2'])
      ids.push((await told.notifications.hooks.create('a', { targetUrl: told.http.url + path, event: 'escalated' }, owner)).id);
    const by = (index: number, who: object) => told.notifications.hooks.remove('a', ids[index]!, { ...OWNER, writesRules: false, ...who });
    for (const other of [{}, { person: 'another' }, { key: 'another' }])
      await expect(by(0, other)).rejects.toMatchObject({ code: 'forbidden' });
    await by(0, owner);
    await by(1, { writesRules: true });
    await expect(by(1, { writesRules: true })).rejects.toMatchObject({ code: 'not_found' });
  }
});

test('one made just as the reading of the log ends for want of hooks hears what happens from then on', async () => {
  for (let round = 0; round < 5; round += 1) {
    // The first of two readers who find no hook ends the reading while the hook is being made.
    const [, soon] = await Promise.all([Promise.all([1, 2].map(() => told.notifications.hooks.readOn())), hook('ticket.created', '/soon')]);
    await accept('ticket.created', { subject: 's' }, { ticket: `api:soon${round}` });
    await eventually(() => expect(told.http.to('/soon')).toHaveLength(round + 1));
    await told.notifications.hooks.remove('a', soon.id, { ...OWNER, writesRules: true });
  }
});

test('one is not left for an address that may not be called', async () => {
  const left = told.notifications.hooks.create('a', { targetUrl: 'http://169.254.169.254/', event: 'escalated' }, OWNER);
  await expect(left).rejects.toMatchObject({ code: 'invalid', fields: [{ field: 'targetUrl' }] });
});
