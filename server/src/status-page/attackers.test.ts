/** What somebody may try who wants addresses, letters in others’ names, or calls into the network: each finds nothing out and does nothing. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
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

const ask = (to: string, kind: 'byMail' | 'byWebhook' = 'byMail') =>
  desk.statusPages.subscribers[kind](desk.statusPages.served.of('acme')!, to);
const counts = async () => (await desk.done('GET', '/status-page')).subscribers;
const link = () => subscriptionIn(desk.smtp.delivered.at(-1)!.read.text!);
async function subscribe(to: string): Promise<void> {
  await ask(to);
  await desk.deliver();
  await desk.post(link(), {});
}

test('the limit of a page says nothing of an address: asked for, one that is known uses up as much as a stranger', async () => {
  await subscribe('cleo@customer.example');
  const fresh = async (probed: string) => {
    desk.move(86_400_000);
    for (let index = 0; index < 98; index += 1) await ask(`stranger${index}@attacker.example`);
    await ask(probed);
    await ask('last@attacker.example');
    return ask('over@attacker.example').then(
      () => 'taken',
      ({ code }: { code: string }) => code,
    );
  };
  expect([await fresh('cleo@customer.example'), await fresh('nobody@customer.example')]).toEqual(['rate_limited', 'rate_limited']);
  await desk.statusPages.subscribers.settled();
});

test('the answer waits for nothing that depends on whether an address is known', async () => {
  await subscribe('cleo@customer.example');
  // Nobody can look an address up, or write one down.
  const client = await desk.postgres.pool.connect();
  try {
    await client.query('begin');
    await client.query('lock table status_subscriber in access exclusive mode');
    const answers = [];
    for (const to of ['cleo@customer.example', 'dora@customer.example']) {
      const { statusCode, body, headers } = await desk.post('/status/acme/subscribe/mail', { to });
      answers.push({ statusCode, body, length: headers['content-length'] });
    }
    expect(answers[0]).toMatchObject({ statusCode: 200 });
    expect(answers[1]).toEqual(answers[0]);
  } finally {
    await client.query('rollback');
    client.release();
  }
  await desk.deliver();
  expect(desk.smtp.delivered.at(-1)!.to).toEqual(['dora@customer.example']);
});

test.each([
  'cleo@customer.example\r\nBcc: all@customer.example',
  'cleo@customer.example\nSubject: Buy',
  'cleo@customer.example%0d%0aBcc: all@customer.example',
  '"Cleo" <cleo@customer.example>, all@customer.example',
  'cleo@customer.example\u0000',
  'cleo@customer.example\u2028Bcc: x',
  'all: a@customer.example, b@customer.example;',
  `${'x'.repeat(400)}@customer.example`,
  '@customer.example',
  '',
])('an address that is more than one, or none, is written to by nobody: %j', async (to) => {
  await expect(ask(to)).rejects.toMatchObject({ code: 'invalid', fields: [{ field: 'to' }] });
  await desk.deliver();
  expect([desk.smtp.delivered, await counts()]).toEqual([[], { mail: 0, webhook: 0, pending: 0 }]);
});

test('looking at a link does nothing, whoever fetches it, that of the way out too', async () => {
  await subscribe('cleo@customer.example');
  await desk.tell(await desk.declare(), 'Told');
  await desk.deliver();
  const wayOut = link();
  for (const method of ['GET', 'HEAD', 'OPTIONS', 'PUT', 'DELETE'] as const)
    await desk.api.app.inject({ method, url: wayOut, headers: { purpose: 'prefetch', 'sec-purpose': 'prefetch;prerender' } });
  expect(await counts()).toMatchObject({ mail: 1 });
  expect((await desk.read(wayOut)).body).toContain('<form');
  expect((await desk.post(wayOut, {})).statusCode).toBe(200);
  expect(await counts()).toMatchObject({ mail: 0 });
});

test('a link that is guessed, cut, put together or for something else ends no subscription and begins none', async () => {
  await subscribe('cleo@customer.example');
  await desk.tell(await desk.declare(), 'Told');
  await desk.deliver();
  const token = link().split('/').at(-1)!;
  const [{ id }] = (await desk.postgres.pool.query<{ id: string }>('select id from status_subscriber')).rows as [{ id: string }];
  const said = Buffer.from(JSON.stringify({ w: 'a', s: id, k: 'stop', x: null })).toString('base64url');
  const guesses = [
    id,
    said,
    `${said}.`,
    `${said}.${'A'.repeat(43)}`,
    token.slice(0, -1),
    `${token}A`,
    token.toUpperCase(),
    `${token.split('.')[0]}.`,
    '..%2F..%2Fapi',
    'x'.repeat(5000),
  ];
  const statuses = new Set<number>();
  for (const guess of guesses) statuses.add((await desk.post(`/status/acme/subscription/${guess}`, {})).statusCode);
  expect([...statuses].filter((status) => status < 400)).toEqual([]);
  expect(await counts()).toMatchObject({ mail: 1 });
  const many = [];
  for (let times = 0; times < 61; times += 1) many.push((await desk.post(`/status/acme/subscription/${times}`, {})).statusCode);
  expect(many.at(-1)).toBe(429);
});

test.each([
  'http://[::1]/',
  'http://[::ffff:10.0.0.1]/',
  'http://[fd00::1]/',
  'http://0x0a000001/',
  'http://167772161/',
  'http://0.0.0.0/',
  'http://192.168.0.1:22/',
  'http://100.64.0.1/',
  'http://metadata.google.internal/',
  'http://user:password@10.0.0.1/',
  'gopher://127.0.0.1/',
  'javascript:alert(1)',
  'ftp://127.0.0.1/',
])('no call goes into the network: %s', async (to) => {
  await expect(ask(to, 'byWebhook')).rejects.toMatchObject({ code: 'invalid', fields: [{ field: 'to' }] });
  expect([desk.hook.received.length, await counts()]).toEqual([0, { mail: 0, webhook: 0, pending: 0 }]);
});

test('a webhook that leads on to somewhere else is not followed', async () => {
  desk.hook.behave({ status: 302, headers: { location: `${desk.hook.url}/inside` } });
  await expect(ask(`${desk.hook.url}/outside`, 'byWebhook')).rejects.toMatchObject({ code: 'invalid' });
  expect(desk.hook.to('/inside')).toEqual([]);
  expect(desk.hook.to('/outside')).toHaveLength(1);
});
