/** Letters to the address of a channel: set as they are sent, so that whoever is erased is erased in those that wait; and refusals of the mail server are told. */
import type { SentEvent } from '@watchdesk/domain/event';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { ANNA, noticeWith, startTold, type Told, WHO } from '../../test/told.ts';
import { createAudit } from '../audit/index.ts';
import { createDoor } from '../ingest/index.ts';
import { createPrivacy } from '../privacy/index.ts';
import { createRedaction } from '../redaction/index.ts';
import { ensureRules } from '../rules/index.ts';

let told: Told;
beforeAll(async () => {
  told = await startTold();
  told.notifications.start();
  told.mail.start();
});
afterAll(() => told.close());
beforeEach(async () => {
  await told.postgres.pool.query('delete from notice; delete from outbox_message; delete from channel; delete from secret');
  told.smtp.behave('take');
  told.smtp.delivered.length = 0;
});

const TICKET = 's:4711';
const eventually = (look: () => unknown) => vi.waitFor(look, { timeout: 20_000, interval: 30 });
const settings = { from: 'info', isPersonal: true, template: '{{customer_name}}: {{topic}}', quiet: null, timeZone: null } as const;
const room = async () => {
  const credentials = { to: 'team@example.com' };
  return (await told.notifications.channels.create('a', { kind: 'mail', name: 'Team', credentials, ...settings }, WHO)).channel.id;
};
const tried = async () => {
  const { rows } = await told.postgres.pool.query<{ state: string; attempts: number; reason: string | null }>(
    `select state, attempts, reason from outbox_message where kind = 'mail' and channel is not null order by made_at, place`,
  );
  return rows;
};
const letters = () => told.smtp.delivered.map(({ read }) => `${read.subject}\n${read.text}\n${String(read.html)}`);

test('a customer who is erased while a letter waits is not named in it, and one who is not is', async () => {
  const { postgres, clock } = told;
  const door = createDoor({ postgres, clock });
  await ensureRules(postgres, 'a');
  const about = (ticket: string, customer: string, subject: string): SentEvent[] => [
    { id: `who ${customer}`, at: clock.now() - 2000, type: 'customer.upserted', data: { customer, name: `Name of ${customer}` } },
    {
      id: `created ${ticket}`,
      at: clock.now() - 1000,
      ticket,
      actor: { kind: 'customer', id: customer },
      type: 'ticket.created',
      data: { requester: customer, subject, channel: 'email' },
    },
  ];
  await door.accept('a', 's', [...about(TICKET, 'c-1', 'My secret passwords'), ...about('s:4712', 'c-2', 'My printer')]);
  told.smtp.behave({ at: 'data', code: 451 });
  const channel = await room();
  for (const ticketId of [TICKET, 's:4712']) await told.post(noticeWith({ ticketId, thread: ticketId }), { channels: [channel] });
  await eventually(async () =>
    expect((await tried()).map(({ state, attempts }) => [state, attempts])).toEqual([
      ['waiting', 1],
      ['waiting', 1],
    ]),
  );
  const redaction = createRedaction({ postgres });
  const privacy = createPrivacy({ postgres, clock, door, audit: createAudit({ postgres, clock }), redaction });
  await privacy.erase('a', 'c-1', 'c-1', WHO);
  told.smtp.behave('take');
  clock.move(3600_000);
  await eventually(() => expect(told.smtp.delivered).toHaveLength(2));
  expect(letters().join()).not.toMatch(/Name of c-1|secret/);
  expect(letters().join()).toContain('Name of c-2: My printer');
  const { rows } = await postgres.pool.query<{ kept: string }>('select m::text as kept from outbox_message m');
  expect(rows.map(({ kept }) => kept).join()).not.toMatch(/Name of|secret|printer/);
});

test('administrators are told at the third letter in a row that the mail server refuses, once, and again after it has taken one', async () => {
  told.smtp.behave({ at: 'recipient', code: 550 });
  const channel = await room();
  const notices = async () =>
    (await told.notifications.inbox('a', ANNA, { limit: 9 })).items.map(({ title, why }) => [title, why.slice(0, 25)]);
  const post = async (count: number) => {
    await told.post(noticeWith(), { channels: [channel] });
    await eventually(async () => expect((await tried()).map(({ state }) => state === 'waiting')).toEqual(Array(count).fill(false)));
    told.clock.move(61_000);
  };
  for (let count = 1; count <= 4; count += 1) {
    await post(count);
    expect(await notices()).toEqual(count < 3 ? [] : [['A channel refuses what it is sent', 'The mail server said: 550']]);
  }
  expect(await told.notifications.channels.show('a', channel)).toMatchObject({ active: true });
  told.smtp.behave('take');
  await post(5);
  told.smtp.behave({ at: 'recipient', code: 550 });
  for (let count = 6; count <= 8; count += 1) await post(count);
  expect(await notices()).toHaveLength(2);
});
