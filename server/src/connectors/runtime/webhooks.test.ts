/** Webhooks: verified on their bytes, kept, and taken as hints. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Connected, connected } from '../../../test/connected.ts';
import { signed } from '../../../test/small-desk.ts';

let on: Connected;
beforeAll(async () => {
  on = await connected();
});
beforeEach(() => on.reset());
afterAll(() => on.close());

test('a webhook is a hint: the ticket is pulled, whatever the body says; lost, doubled and reordered ones end the same', async () => {
  on.fill(2);
  await on.connect();
  await on.api.runtime.drain();
  const { secret } = await on.json<{ secret: string }>(
    'PUT',
    `/connections/${on.id}/webhook-secret`,
    { secret: 'a secret of the desk' },
    200,
  );
  const send = (body: string, { key = secret, at = on.api.clock.now(), as = body }: { key?: string; at?: number; as?: string } = {}) =>
    on.api.app.inject({
      method: 'POST',
      url: `/api/v1/webhooks/${on.id}`,
      headers: { 'content-type': 'application/json', 'x-desk-timestamp': String(at), 'x-desk-signature': signed(key, String(at), as) },
      payload: body,
    });
  on.desk.tell(1, 'status', 'open', on.api.clock.now());
  // A turn that is under way since it was due does not keep it from another.
  on.api.clock.set(on.api.clock.now() + 90_000);
  const first = await send('{"ticket": 1,  "status": "made up"}');
  const { rows } = await on.api.postgres.pool.query<{ next_at: Date }>('select next_at from system_connection where id = $1', [on.id]);
  expect(rows[0]!.next_at.getTime()).toBe(on.api.clock.now());
  expect([first.statusCode, first.json()]).toEqual([200, { outcome: 'kept' }]);
  // Kept byte for byte, and not read yet.
  expect((await on.health()).waiting).toBe(1);
  expect((await on.ticket(1)).ticket.status).toBe('resolved');
  expect((await send('{"ticket": 1,  "status": "made up"}')).json()).toEqual({ outcome: 'duplicate' });
  await on.api.runtime.drain();
  expect(on.desk.calls.some(({ path }) => path === '/tickets/1')).toBe(true);
  expect((await on.ticket(1)).ticket.status).toBe('open');

  const now = on.api.clock.now();
  for (const [why, answer] of Object.entries({
    wrong: await send('{"ticket":2}', { key: 'another secret' }),
    truncated: await send('{"ticket"', { as: '{"ticket":2}' }),
    stale: await send('{"ticket":2}', { at: now - 301_000 }),
    ahead: await send('{"ticket":2}', { at: now + 301_000 }),
    unsigned: await on.api.app.inject({ method: 'POST', url: `/api/v1/webhooks/${on.id}`, payload: { ticket: 2 } }),
  }))
    expect([why, answer.statusCode, answer.json<{ code: string }>().code]).toEqual([why, 401, 'unauthenticated']);
  expect(
    (await on.api.app.inject({ method: 'POST', url: '/api/v1/webhooks/00000000-0000-4000-8000-000000000000', payload: {} })).statusCode,
  ).toBe(404);

  // A lost one, then two in the wrong order, one of a ticket that is not there, and one that says nothing.
  on.desk.tell(2, 'status', 'open', now + 1);
  on.desk.tell(1, 'status', 'solved', now + 2);
  on.desk.tell(2, 'message', 'Late', now + 3);
  for (const body of ['{"ticket":99}', '{"ticket":1}', 'no json']) expect((await send(body)).statusCode).toBe(200);
  await on.round();
  expect((await on.logged()).length).toBe(on.desk.happened.length);
  expect((await on.ticket(1)).ticket.status).toBe('resolved');
  expect((await on.ticket(2)).ticket.status).toBe('open');
  expect(await on.health()).toMatchObject({ state: 'live', waiting: 0, deadLetters: 1 });
});
