/** Limits say nothing about who subscribes, names that cost nothing fill no page, and a way that is switched off is off for those who are there as well. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { signs, startStatusDesk, type StatusDesk, subscriptionIn } from '../../test/status-desk.ts';
import { createLimits, MOST_ASKINGS, partyOf } from './limits.ts';

let desk: StatusDesk;
beforeAll(async () => {
  desk = await startStatusDesk();
  await desk.save();
  await desk.statusPages.look();
});
afterAll(() => desk.close());
beforeEach(async () => {
  desk.move(2 * 86_400_000);
  await desk.save();
  await desk.postgres.pool.query('delete from status_subscriber');
  await desk.deliver();
  desk.smtp.delivered.length = 0;
  desk.hook.behave(signs);
});

const served = () => desk.statusPages.served.of('acme')!;
const ask = (to: string, kind: 'byMail' | 'byWebhook' = 'byMail') => desk.statusPages.subscribers[kind](served(), to);
async function confirmed(to: string): Promise<void> {
  await ask(to);
  await desk.deliver();
  await desk.post(subscriptionIn(desk.smtp.delivered.at(-1)!.read.text!), {});
  desk.smtp.delivered.length = 0;
}

test.each([
  ['hooks.example.com', 'example.com', 'example.com'],
  ['a.b.c.example.co.uk.', 'example.co.uk', 'example.co.uk'],
  ['Some.Where.Example.COM', 'example.com', 'example.com'],
  ['one.github.io', 'one.github.io', 'github.io'],
  ['deep.one.github.io', 'one.github.io', 'github.io'],
  ['203.0.113.7', '203.0.113.0/24', '203.0.113.0/24'],
  ['[2001:db8:7:1::5]', '2001:db8:7::/48', '2001:db8:7::/48'],
  ['localhost', 'localhost', 'localhost'],
])('%s belongs to %s, under %s', (hostname, host, domain) => {
  expect(partyOf(hostname)).toEqual({ host, domain });
});

test('whether an address subscribes cannot be learned from the limit', async () => {
  await confirmed('cleo@customer.example');
  const probes = [];
  for (const target of ['cleo@customer.example', 'stranger@customer.example']) {
    desk.move(2 * 3_600_000);
    for (let index = 1; index < MOST_ASKINGS; index += 1) await ask(`x${index}.${target.length}@many.example`);
    await ask(target);
    probes.push(
      await ask(`probe.${target.length}@many.example`).then(
        () => 'taken',
        ({ code }: { code: string }) => code,
      ),
    );
  }
  expect(probes).toEqual(['rate_limited', 'rate_limited']);
  desk.move(3_600_001);
  expect(await ask('later@many.example').then(() => 'taken')).toBe('taken');
});

test('of one party twenty webhooks are taken and under one domain a hundred, whatever their names', async () => {
  const { pool } = desk.postgres;
  const { workspaceId } = served();
  const limits = createLimits({ now: desk.now }, (kind, name) => [`${kind} ${name}`]);
  const put = (hostname: string, count: number) => {
    const { host, domain } = partyOf(hostname);
    return pool.query(
      `insert into status_subscriber (workspace_id, id, kind, contact, confirmed_at, asked_at, asked, host, domain)
       select $1, gen_random_uuid(), 'webhook', gen_random_uuid()::text, now(), now(), 1, $2, $3 from generate_series(1, $4)`,
      [workspaceId, `host ${host}`, `domain ${domain}`, count],
    );
  };
  const isFull = async (hostname: string) => {
    const client = await pool.connect();
    return limits
      .refuseFull(client, workspaceId, hostname)
      .then(
        () => false,
        () => true,
      )
      .finally(() => client.release());
  };
  for (let index = 0; index < 20; index += 1) await put(`n${index}.attacker.example`, 1);
  expect([await isFull('another.attacker.example'), await isFull('attacker.example'), await isFull('other.example')]).toEqual([
    true,
    true,
    false,
  ]);
  for (let index = 0; index < 5; index += 1) await put(`tenant${index}.github.io`, 20);
  expect([await isFull('another.github.io'), await isFull('other.example')]).toEqual([true, false]);
  for (let index = 0; index < 20; index += 1) limits.countChallenge(workspaceId, `n${index}.victim.example`);
  expect(() => limits.countChallenge(workspaceId, 'n21.victim.example')).toThrow('Too many people');
  expect(() => limits.countChallenge(workspaceId, 'other.example')).not.toThrow();
});

test('who is there is told nothing by a way that is switched off, and again once it is on', async () => {
  await confirmed('cleo@customer.example');
  await ask(`${desk.hook.url}/status`, 'byWebhook');
  const told = async (text: string) => {
    desk.hook.received.length = 0;
    await desk.tell(incident, text);
    await desk.deliver();
    return [desk.smtp.delivered.splice(0).length, desk.hook.received.length];
  };
  const incident = await desk.declare();
  expect(await told('First')).toEqual([1, 1]);
  await desk.save({ letters: false });
  expect(await told('Second')).toEqual([0, 1]);
  await desk.save({ webhooks: false });
  expect(await told('Third')).toEqual([1, 0]);
  // What lies in the outbox by then is not sent either.
  await desk.tell(incident, 'Fourth');
  await desk.statusPages.look();
  await desk.save({ letters: false, webhooks: false });
  await desk.deliver();
  expect(desk.smtp.delivered).toEqual([]);
  await desk.save();
  expect(await told('Fifth')).toEqual([1, 1]);
});
