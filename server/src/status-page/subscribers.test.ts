/** Who is told: only whoever said so at that very address, once, harmlessly, and until they say no; and nobody learns who they are. */
import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { signs, startStatusDesk, type StatusDesk, subscriptionIn } from '../../test/status-desk.ts';

let desk: StatusDesk;
beforeAll(async () => {
  desk = await startStatusDesk();
  await desk.save();
  await desk.statusPages.look();
});
afterAll(() => desk.close());
beforeEach(async () => {
  desk.move(2 * 86_400_000);
  await desk.postgres.pool.query('delete from status_subscriber');
  await desk.deliver();
  desk.smtp.delivered.length = 0;
  desk.hook.received.length = 0;
  desk.hook.behave(signs);
});

const HOUR = 3_600_000;
/** Each from another address, as one caller may ask only so often. */
let callers = 0;
const caller = () => ({ 'x-forwarded-for': `203.0.113.${(callers += 1)}` });
const ask = (to: string, kind = 'mail') =>
  desk.statusPages.subscribers[kind === 'mail' ? 'byMail' : 'byWebhook'](desk.statusPages.served.of('acme')!, to);
const counts = async () => (await desk.done('GET', '/status-page')).subscribers;
const letters = () => desk.smtp.delivered;
const link = (index = -1) => subscriptionIn(letters().at(index)!.read.text!);

async function confirmed(to: string): Promise<void> {
  await ask(to);
  await desk.deliver();
  await desk.post(link(), {});
}

describe('a letter', () => {
  test('asks first, by a form; looking at its link does nothing; a click does', async () => {
    const { statusCode, body } = await desk.post('/status/acme/subscribe/mail', { to: ' Cleo@Customer.example ' }, caller());
    expect([statusCode, body.includes('Look into your mailbox')]).toEqual([200, true]);
    await desk.deliver();
    expect(letters().map(({ to }) => to)).toEqual([['Cleo@customer.example']]);
    for (let times = 0; times < 3; times += 1) expect((await desk.read(link())).statusCode).toBe(200);
    expect(await counts()).toEqual({ mail: 0, webhook: 0, pending: 1 });
    expect((await desk.post(link(), {})).body).toContain('You are told from now on');
    expect(await counts()).toEqual({ mail: 1, webhook: 0, pending: 0 });
  });

  test('tells each update for customers once, with a way out that works by one click', async () => {
    await confirmed('cleo@customer.example');
    await ask('never@confirmed.example');
    await desk.deliver();
    desk.smtp.delivered.length = 0;
    const incident = await desk.declare();
    await desk.done('POST', `/incidents/${incident}/update`, { audience: 'internal', text: 'Paul did it' });
    await desk.tell(incident, 'First <script>alert(1)</script>\n\nBcc: all@example.com', { subject: 'Down\u202e <b>' });
    await desk.deliver();
    await desk.statusPages.look();
    await desk.another().look();
    await desk.deliver();
    expect(letters()).toHaveLength(1);
    const { to, read, raw } = letters()[0]!;
    expect([to, read.subject]).toEqual([['cleo@customer.example'], 'Investigating: Down <b>']);
    expect(read.html).not.toContain('<script>');
    expect(read.bcc).toBeUndefined();
    expect(read.text).toContain('First <script>');
    expect(raw).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click');
    expect((await desk.post(link(), { 'List-Unsubscribe': 'One-Click' })).statusCode).toBe(200);
    await desk.tell(incident, 'Second');
    await desk.deliver();
    expect(letters()).toHaveLength(1);
    expect(await counts()).toMatchObject({ mail: 0 });
  });

  test('is the same to see whether or not an address is known, and is not to be had over and over', async () => {
    await confirmed('cleo@customer.example');
    const answers = [];
    for (const to of ['cleo@customer.example', 'dora@customer.example', 'dora@customer.example', 'DORA@customer.example'])
      answers.push((await desk.post('/status/acme/subscribe/mail', { to }, caller())).body);
    expect(new Set(answers).size).toBe(1);
    await desk.deliver();
    for (let hours = 0; hours < 10; hours += 1) {
      desk.move(HOUR);
      await ask('dora@customer.example');
      await desk.deliver();
    }
    const to = letters().flatMap((one) => one.to);
    expect([to.filter((one) => /cleo/.test(one)).length, to.filter((one) => /dora/i.test(one)).length]).toEqual([1, 3]);
  });

  test('of a link that ended, was changed, or is another page’s, does nothing', async () => {
    await ask('cleo@customer.example');
    await desk.deliver();
    const path = link();
    expect((await desk.post(`${path.slice(0, -3)}abc`, {})).statusCode).toBe(410);
    desk.move(25 * HOUR);
    expect((await desk.post(path, {})).statusCode).toBe(410);
    expect(await counts()).toMatchObject({ mail: 0 });
  });

  test('goes to nobody a second time when a process dies on the way, and to all of many', async () => {
    for (const name of ['a', 'b', 'c']) await confirmed(`${name}@customer.example`);
    desk.smtp.delivered.length = 0;
    const incident = await desk.declare();
    await desk.tell(incident, 'Told');
    await desk.statusPages.look();
    await desk.postgres.pool.query('update status_news set is_told = false, told_to = null');
    await desk.deliver();
    expect(
      letters()
        .flatMap(({ to }) => to)
        .toSorted(),
    ).toEqual(['a@customer.example', 'b@customer.example', 'c@customer.example']);
  });
});

test('no address stands anywhere in the database, nor is answered to anybody', async () => {
  await confirmed('cleo@customer.example');
  await desk.tell(await desk.declare(), 'Told');
  await desk.statusPages.look();
  const { rows } = await desk.postgres.pool.query<{ table: string }>(
    `select tablename as table from pg_tables where schemaname = 'public'`,
  );
  for (const { table } of rows) {
    const dump = await desk.postgres.pool.query<{ row: string }>(`select row_to_json(t)::text as row from "${table}" t`);
    expect([table, dump.rows.filter(({ row }) => /cleo/i.test(row))]).toEqual([table, []]);
  }
  expect(JSON.stringify(await desk.done('GET', '/status-page'))).not.toMatch(/cleo/i);
});

describe('a webhook', () => {
  const hookUrl = () => `${desk.hook.url}/status`;

  test('is called once it has signed the challenge, signed with the secret that it alone was told', async () => {
    await ask(hookUrl(), 'webhook');
    const { secret } = JSON.parse(desk.hook.received[0]!.body) as { secret: string };
    await desk.tell(await desk.declare(), '<b>Hostile</b>');
    await desk.deliver();
    const told = desk.hook.received.at(-1)!;
    expect(JSON.parse(told.body)).toMatchObject({ type: 'status.updated', text: '<b>Hostile</b>', status: 'Investigating' });
    const signed = `${String(told.headers['webhook-id'])}.${String(told.headers['webhook-timestamp'])}.${told.body}`;
    const key = Buffer.from(secret.slice('whsec_'.length), 'base64');
    expect(told.headers['webhook-signature']).toBe(`v1,${createHmac('sha256', key).update(signed).digest('base64')}`);
    const { unsubscribe } = JSON.parse(told.body) as { unsubscribe: string };
    await desk.post(new URL(unsubscribe).pathname, {});
    expect(await counts()).toMatchObject({ webhook: 0 });
  });

  test('that does not sign the challenge, or may not be called, is none', async () => {
    const says = (from: 'challenge' | 'secret' | null) => (_path: string, body: string) => ({
      status: 200,
      body: from === null ? body : (JSON.parse(body) as Record<string, string>)[from]!,
    });
    // One that says everything again, as many test servers do, knows nothing of what it says.
    for (const behaviour of [{ status: 200, body: 'ok' }, says(null), says('challenge'), says('secret')]) {
      desk.hook.behave(behaviour);
      await expect(ask(hookUrl(), 'webhook')).rejects.toMatchObject({ code: 'invalid', fields: [{ field: 'to' }] });
    }
    const before = desk.hook.received.length;
    for (const to of ['http://169.254.169.254/latest', 'http://10.0.0.1/', 'file:///etc/passwd', 'nonsense'])
      await expect(ask(to, 'webhook')).rejects.toMatchObject({ code: 'invalid' });
    expect([desk.hook.received.length, await counts()]).toEqual([before, { mail: 0, webhook: 0, pending: 0 }]);
  });

  test('that is asked for again is one, and one that says it is gone is forgotten', async () => {
    await ask(hookUrl(), 'webhook');
    await ask(hookUrl(), 'webhook');
    expect(await counts()).toMatchObject({ webhook: 1 });
    const secrets = desk.hook.received.map(({ body }) => (JSON.parse(body) as { secret: string }).secret);
    expect(new Set(secrets).size).toBe(1);
    desk.hook.behave({ status: 410 });
    await desk.tell(await desk.declare(), 'Told');
    await desk.deliver();
    expect(await counts()).toMatchObject({ webhook: 0 });
  });
});

test('of one host only so many webhooks are taken, and it is called only so often', async () => {
  for (let index = 0; index < 20; index += 1) await ask(`${desk.hook.url}/${index}`, 'webhook');
  const before = desk.hook.received.length;
  await expect(ask(`${desk.hook.url}/20`, 'webhook')).rejects.toMatchObject({ code: 'rate_limited' });
  expect(desk.hook.received.length).toBe(before);
  desk.move(HOUR);
  await expect(ask(`${desk.hook.url}/20`, 'webhook')).rejects.toMatchObject({ code: 'not_possible' });
  expect(await counts()).toMatchObject({ webhook: 20 });
  const { rows } = await desk.postgres.pool.query<{ host: string }>('select distinct host from status_subscriber');
  expect(rows.map(({ host }) => host.includes('127'))).toEqual([false]);
});

test('of one network only so many ask within an hour, whatever their addresses', async () => {
  const ask60 = async (address: (index: number) => string) => {
    const statuses = [];
    for (let index = 1; index <= 61; index += 1) {
      const headers = { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'cross-site' };
      const url = '/status/acme/subscribe/mail';
      const { statusCode } = await desk.api.app.inject({ method: 'POST', url, headers, payload: 'to=x', remoteAddress: address(index) });
      statuses.push(statusCode);
    }
    return [new Set(statuses.slice(0, 60)), statuses.at(-1)];
  };
  expect(await ask60((index) => `198.51.100.${index}`)).toEqual([new Set([403]), 429]);
  expect(await ask60((index) => `2001:db8:7:${index}::1`)).toEqual([new Set([403]), 429]);
});

test('forms of other sites are refused, bad addresses are told so, and a caller may ask only so often', async () => {
  expect((await desk.post('/status/acme/subscribe/mail', { to: 'x@y.example' }, { 'sec-fetch-site': 'cross-site' })).statusCode).toBe(403);
  const faulty = await desk.post('/status/acme/subscribe/mail', { to: 'x@y.example, z@y.example' });
  expect([faulty.statusCode, faulty.body.includes('must be one e-mail address')]).toEqual([400, true]);
  const statuses = [];
  for (let times = 0; times < 11; times += 1) statuses.push((await desk.post('/status/acme/subscribe/mail', { to: 'nobody' })).statusCode);
  expect(statuses.at(-1)).toBe(429);
});
