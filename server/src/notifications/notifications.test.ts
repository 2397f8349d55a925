/** Notices reach whom they are for, once, whatever receivers do; whoever is not reached has a line that says why. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { ANNA, BERT, CLEO, DESK, noticeWith, startTold, type Told, WHO } from '../../test/told.ts';
import { SCHEMES, verify } from '../connectors/signatures/index.ts';
import { inTransaction } from '../store/postgres/index.ts';
import { withinWorkspace } from '../store/wall.ts';
import { signedHeaders } from './sign.ts';

let told: Told;
beforeAll(async () => {
  told = await startTold();
  told.mail.start();
  told.notifications.start();
});
afterAll(() => told.close());
beforeEach(async () => {
  const { pool } = told.postgres;
  await pool.query(
    `delete from notice; delete from outbox_message; delete from channel; delete from secret; delete from notification_preference`,
  );
  told.smtp.behave('take');
  told.http.behave({ status: 200, body: 'ok' });
  told.smtp.delivered.length = 0;
  told.http.received.length = 0;
});

const logOf = async (more = {}) => (await told.notifications.log('a', { person: null, limit: 200, ...more })).deliveries;
/** Until the log says so of each line. */
const until = (state: (lines: Awaited<ReturnType<typeof logOf>>) => unknown) =>
  vi.waitFor(async () => expect(state(await logOf())).toBe(true), { timeout: 20_000, interval: 30 });
const settings = { from: 'info', isPersonal: false, template: null, quiet: null, timeZone: null } as const;
const webhook = (path = '/hook', more = {}) =>
  told.notifications.channels.create(
    'a',
    { kind: 'webhook', name: 'Hook', credentials: { url: told.http.url + path }, ...settings, ...more },
    WHO,
  );
const bodyOf = (index = 0) => JSON.parse(told.http.received[index]!.body) as Record<string, any>;

describe('a notice', () => {
  test('reaches people in the inbox and by mail, and says all it has to say', async () => {
    await told.post(noticeWith({ key: 'k1', alertId: 'alert-1' }), { people: [ANNA], roles: ['lead'] });
    await until((lines) => lines.filter(({ outcome }) => outcome === 'sent').length === 2);
    expect(told.smtp.delivered.map(({ to }) => to.join()).toSorted()).toEqual(['anna@example.com', 'bert@example.com']);
    const { read, raw } = told.smtp.delivered[0]!;
    expect(read.subject).toBe('[Warning] First response at 80 %');
    for (const words of [
      'Ticket 4711 has waited',
      'Why: Its policy promises',
      '1. Claim it',
      `${DESK}/tickets/api:4711`,
      `${DESK}/notice/`,
    ])
      expect(read.text).toContain(words);
    expect(raw).toMatch(/^Auto-Submitted: auto-generated/m);
    expect(raw).toMatch(/^List-Unsubscribe:\s+<https:\/\/desk\.example/m);
    const inbox = await told.notifications.inbox('a', ANNA, { limit: 10 });
    expect(inbox).toMatchObject({
      unread: 1,
      items: [{ title: 'First response at 80 %', why: expect.stringContaining('policy'), readAt: null }],
    });
  });

  test('posted again reaches nobody twice, and whoever is new to it once', async () => {
    const notice = noticeWith();
    await Promise.all(Array.from({ length: 5 }, () => told.post(notice, { people: [ANNA] })));
    await told.post(notice, { people: [ANNA, BERT] });
    await until((lines) => lines.filter(({ outcome }) => outcome === 'sent').length === 2);
    expect(told.smtp.delivered).toHaveLength(2);
    expect((await told.notifications.inbox('a', ANNA, { limit: 10 })).items).toHaveLength(1);
  });

  test('goes if, and only if, what it tells of does', async () => {
    const failed = inTransaction(told.postgres.pool, async (client) => {
      await told.notifications.post(client, 'a', noticeWith(), { people: [ANNA] });
      throw new Error('the change failed');
    });
    await expect(failed).rejects.toThrow('the change failed');
    expect(await logOf()).toEqual([]);
  });

  test('of one thread is one conversation in a mailbox', async () => {
    const first = noticeWith({ thread: 't' });
    await told.post(first, { people: [ANNA] });
    await vi.waitFor(() => expect(told.smtp.delivered).toHaveLength(1), { timeout: 20_000 });
    await told.post(noticeWith({ thread: 't', event: 'resolved', title: 'Answered' }), { people: [ANNA] });
    await vi.waitFor(() => expect(told.smtp.delivered).toHaveLength(2), { timeout: 20_000 });
    const [one, two] = told.smtp.delivered.map(({ read }) => read);
    expect(two!.subject).toBe('Re: [Warning] Answered');
    expect(two!.references).toBe(one!.references);
    expect(one!.messageId).not.toBe(two!.messageId);
  });

  test('ends by mail for whoever says so with one click', async () => {
    await told.post(noticeWith(), { people: [BERT] });
    await vi.waitFor(() => expect(told.smtp.delivered).toHaveLength(1), { timeout: 20_000 });
    const [, token] = /\/unsubscribe\/([\w.-]+)>/.exec(told.smtp.delivered[0]!.raw)!;
    await told.notifications.follow(token!, { deed: 'unsubscribe', from: '192.0.2.1' });
    expect((await told.notifications.preferences('a', BERT)).ways).toEqual({ info: ['inbox'], warning: ['inbox'], critical: ['inbox'] });
    await told.post(noticeWith(), { people: [BERT] });
    expect((await logOf({ outcomes: ['nowhere'] })).map(({ reason }) => reason)).toEqual([
      'by their preferences nothing that is warning goes by mail',
    ]);
  });

  test('for nobody says so', async () => {
    await told.post(noticeWith(), { people: ['nobody'], channels: ['none'], ticketAssignee: true });
    await told.post(noticeWith(), {});
    await told.post(noticeWith(), { roles: ['astronaut'] });
    const reasons = (await logOf()).map(({ outcome, reason }) => [outcome, reason]);
    expect(reasons).toHaveLength(5);
    for (const reason of [
      'they do not belong to the workspace',
      'there is no such channel any more',
      'nobody had the ticket',
      'it tells nobody',
      'of those whom it was for there is nobody',
    ])
      expect(reasons).toContainEqual(['nowhere', reason]);
  });

  test('of a demonstration names the personas in its log', async () => {
    const { pool } = told.postgres;
    await pool.query(`insert into workspace (workspace_id, name, kind) values ('shown', 'Shown', 'demonstration')`);
    await told.post(noticeWith(), { people: ['manager'] }, 'shown');
    const { deliveries } = await told.notifications.log('shown', { person: null, limit: 10 });
    expect(deliveries.map(({ recipient }) => recipient)).toContainEqual({ id: 'manager', name: 'Morgan Ellis' });
  });

  test('that goes up the ladder to a role that nobody has reaches the administrators', async () => {
    await told.post(noticeWith({ event: 'escalated' }), { roles: ['astronaut'] });
    const lines = (await logOf()).map(({ recipient, outcome, reason }) => [recipient.id, outcome, reason]);
    expect(lines).toContainEqual([ANNA, 'there', null]);
    expect(lines).toContainEqual(['', 'nowhere', 'of those whom it was for there is nobody; administrators are told in their place']);
  });

  test('goes within a workspace as well as over the wall, and never into another', async () => {
    await withinWorkspace('a', () => told.post(noticeWith(), { people: [ANNA] }));
    await expect(withinWorkspace('a', () => told.post(noticeWith(), {}, 'b'))).rejects.toThrow('row-level security');
    await until((lines) => lines.some(({ outcome }) => outcome === 'sent'));
    expect((await told.notifications.log('b', { person: null, limit: 10 })).deliveries).toEqual([]);
  });

  test('goes by no way that somebody does not want', async () => {
    const wanted = await told.notifications.preferences('a', CLEO);
    await told.notifications.savePreferences('a', CLEO, { ...wanted, ways: { ...wanted.ways, warning: [] } });
    await told.post(noticeWith(), { people: [CLEO] });
    expect((await logOf()).map(({ way, outcome, reason }) => [way, outcome, reason])).toEqual([
      ['mail', 'nowhere', 'by their preferences nothing that is warning goes by mail'],
      ['inbox', 'nowhere', 'by their preferences nothing that is warning goes to the inbox'],
    ]);
  });
});

describe('a webhook', () => {
  test('is signed so that a receiver of the standard takes it, and with both secrets while one replaces the other', async () => {
    const { channel, secret } = await webhook();
    const { secret: next } = await told.notifications.channels.renewSecret('a', channel.id, 3600, WHO);
    const notice = noticeWith();
    await told.post(notice, { channels: [channel.id] });
    await until((lines) => lines[0]?.outcome === 'sent');
    const [{ headers, body }] = told.http.received as [(typeof told.http.received)[0]];
    const request = { headers: headers as Record<string, string>, body: Buffer.from(body), receivedAt: told.clock.now() };
    for (const one of [secret!, next]) expect(verify(SCHEMES['standard-webhooks'], request as never, [one])).toMatchObject({ ok: true });
    expect(verify(SCHEMES['standard-webhooks'], { ...request, body: Buffer.from(`${body} `) } as never, [secret!])).toMatchObject({
      ok: false,
    });
    expect(bodyOf()).toMatchObject({ type: 'notice.fired', data: { key: notice.key, links: [{ url: `${DESK}/tickets/api:4711` }] } });
    told.clock.move(3600_001);
    await told.post(noticeWith(), { channels: [channel.id] });
    await vi.waitFor(() => expect(told.http.received).toHaveLength(2), { timeout: 20_000 });
    expect(told.http.received[1]!.headers['webhook-signature']).not.toContain(' ');
  });

  test('is signed as the published vector says', () => {
    const vectors = JSON.parse(
      readFileSync(join(import.meta.dirname, '../connectors/signatures/signature-vectors.json'), 'utf8'),
    ) as Record<string, string>[];
    const vector = vectors.find(({ system }) => system === 'standard-webhooks')!;
    const { id, timestamp, body, secret, value } = vector as Record<'id' | 'timestamp' | 'body' | 'secret' | 'value', string>;
    expect(signedHeaders({ id, now: Number(timestamp) * 1000, body, secrets: [secret] })).toEqual({
      'webhook-id': id,
      'webhook-timestamp': timestamp,
      'webhook-signature': value,
    });
  });

  test.each([
    [{ status: 500, body: '<b>down</b>' }, 'answered 500: <b>down</b>'],
    [{ status: 302, headers: { location: 'http://127.0.0.1:1/elsewhere' } }, 'redirections are not followed'],
    ['hang-up', ''],
    ['silence', 'did not answer within 1 s'],
    ['take-and-hang-up', ''],
  ] as const)('is tried again after %j, with the same id, until it is taken', async (manner, reason) => {
    told.http.behave(manner);
    const { channel } = await webhook();
    await told.post(noticeWith(), { channels: [channel.id] });
    await until(([line]) => line?.outcome === 'waiting' && line.attempts === 1 && line.reason !== null);
    expect((await logOf())[0]!.reason).toContain(reason);
    told.http.behave({ status: 204 });
    told.clock.move(5_000);
    await until(([line]) => line?.outcome === 'sent');
    expect(told.http.received).toHaveLength(2);
    expect(told.http.received[0]!.headers['webhook-id']).toBe(told.http.received[1]!.headers['webhook-id']);
    expect(told.http.received[0]!.body).toBe(told.http.received[1]!.body);
  });

  test('waits as long as the receiver asks', async () => {
    told.http.behave({ status: 429, headers: { 'retry-after': '90' } });
    const { channel } = await webhook();
    await told.post(noticeWith({ thread: 'one' }), { channels: [channel.id] });
    await until(([line]) => line?.reason?.includes('429') ?? false);
    const [line] = await logOf();
    expect(Date.parse(line!.until!) - told.clock.now()).toBeGreaterThan(80_000);
    // To be asked for patience is no failed try.
    expect(line!.attempts).toBe(0);
    // What comes after it in the same thread does not overtake it, and says so.
    await told.post(noticeWith({ thread: 'one', event: 'acknowledged' }), { channels: [channel.id] });
    await until((lines) => lines.length === 2 && lines.some(({ reason }) => reason === 'another'));
  });

  test('of a receiver that says 410 is off, what waits for it is given up, and administrators are told', async () => {
    told.http.behave({ status: 410 });
    const { channel } = await webhook();
    await told.post(noticeWith(), { channels: [channel.id] });
    await until((lines) => lines.some(({ outcome, way }) => way === 'channel' && outcome === 'failed'));
    expect(await told.notifications.channels.show('a', channel.id)).toMatchObject({ active: false, fault: 'answered 410' });
    expect((await told.notifications.inbox('a', ANNA, { limit: 5 })).items[0]).toMatchObject({ title: 'A channel was turned off' });
    await told.post(noticeWith(), { channels: [channel.id] });
    await until((lines) => lines.some(({ reason }) => reason === 'the channel is off: answered 410'));
    expect(told.http.received).toHaveLength(1);
  });

  test('is given up after the last try of the schedule, and taken for gone', async () => {
    told.http.behave({ status: 503 });
    const { channel } = await webhook();
    await told.post(noticeWith(), { channels: [channel.id] });
    for (let tries = 1; tries < 10; tries += 1) {
      await until((lines) => lines.some(({ way, attempts, reason }) => way === 'channel' && attempts === tries && reason !== null));
      await told.postgres.pool.query('update outbox_message set next_at = $1, reason = null', [new Date(told.clock.now())]);
    }
    await until((lines) => lines.some(({ way, outcome }) => way === 'channel' && outcome === 'failed'));
    expect(told.http.received).toHaveLength(10);
    expect(await told.notifications.channels.show('a', channel.id)).toMatchObject({ active: false });
  }, 60_000);

  test('that does not take one message and takes all others is not off', async () => {
    const { channel } = await webhook();
    told.http.behave({ status: 500 });
    await told.post(noticeWith({ title: 'Poison' }), { channels: [channel.id] });
    for (let tries = 1; tries < 10; tries += 1) {
      await until((lines) => lines.some(({ way, attempts, reason }) => way === 'channel' && attempts === tries && reason !== null));
      if (tries === 5) {
        told.http.behave({ status: 200 });
        await told.post(noticeWith({ title: 'Good' }), { channels: [channel.id] });
        await until((lines) => lines.some(({ outcome }) => outcome === 'sent'));
        told.http.behave({ status: 500 });
      }
      await told.postgres.pool.query(`update outbox_message set next_at = $1, reason = null where state = 'waiting'`, [
        new Date(told.clock.now()),
      ]);
    }
    await until((lines) => lines.some(({ way, outcome }) => way === 'channel' && outcome === 'failed'));
    expect(await told.notifications.channels.show('a', channel.id)).toMatchObject({ active: true });
  }, 60_000);

  test('of a receiver that hangs holds up no other', async () => {
    told.http.behave((path) => (path === '/slow' ? 'silence' : { status: 200 }));
    const [slow, quick] = [await webhook('/slow'), await webhook('/quick')];
    for (let index = 0; index < 10; index += 1) await told.post(noticeWith(), { channels: [slow.channel.id] });
    await told.post(noticeWith(), { channels: [quick.channel.id] });
    await vi.waitFor(() => expect(told.http.to('/quick')).toHaveLength(1), { timeout: 20_000 });
    await until((lines) => lines.filter(({ outcome }) => outcome === 'waiting').length === 10);
  });

  test.each(['http://169.254.169.254/latest', 'http://10.0.0.1/', 'http://[::1]/', 'file:///etc/passwd', 'https://user:pass@example.com/'])(
    'is not made for %s',
    async (url) => {
      const made = told.notifications.channels.create('a', { kind: 'webhook', name: 'x', credentials: { url }, ...settings }, WHO);
      await expect(made).rejects.toMatchObject({ code: 'invalid', fields: [{ field: 'credentials.url' }] });
    },
  );
});

describe('what a channel is reached by', () => {
  test('goes in and never comes out', async () => {
    const { channel, secret } = await webhook('/SECRET-PATH');
    await told.notifications.channels.change('a', channel.id, { credentials: { url: `${told.http.url}/OTHER-SECRET` } }, WHO);
    await told.notifications.channels.test('a', channel.id, WHO);
    const tables = ['channel', 'secret', 'outbox_message', 'notice', 'audit_entry'];
    const kept = await Promise.all(tables.map((table) => told.postgres.pool.query(`select t::text from ${table} t`)));
    const said = JSON.stringify([
      kept.map(({ rows }) => rows),
      await told.notifications.channels.list('a'),
      await told.notifications.channels.show('a', channel.id),
    ]);
    for (const hidden of ['SECRET-PATH', 'OTHER-SECRET', secret!]) expect(said).not.toContain(hidden);
    expect(told.http.to('/OTHER-SECRET')).toHaveLength(1);
  });

  test('is of one workspace', async () => {
    const { channel } = await webhook();
    await expect(told.notifications.channels.show('b', channel.id)).rejects.toMatchObject({ code: 'not_found' });
    await told.post(noticeWith(), { channels: [channel.id] }, 'b');
    expect((await told.notifications.log('b', { person: null, limit: 5 })).deliveries).toMatchObject([
      { outcome: 'nowhere', reason: 'there is no such channel any more' },
    ]);
  });
});
