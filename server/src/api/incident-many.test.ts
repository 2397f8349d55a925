/** An incident of more tickets than are shown one by one: each of them is answered once, and every place says the same number. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { NOW, startApi, type TestApi } from '../../test/api.ts';
import { postgresDatabase } from '../../test/databases.ts';

const MANY = 620;
let api: TestApi;
beforeAll(async () => {
  api = await startApi(await postgresDatabase());
  await api.door.accept('a', 'api', [{ id: 'ann', at: NOW, type: 'agent.upserted', data: { agent: 'ann', name: 'Ann' } }]);
});
afterAll(() => api.close());

async function ask(method: 'GET' | 'POST', url: string, payload?: object): Promise<any> {
  const headers = { authorization: `Bearer ${api.keys.a}` };
  const answer = await api.app.inject({ method, url: `/api/v1${url}`, headers, ...(payload && { payload }) });
  expect(answer.statusCode).toBe(200);
  return answer.json();
}

test('all of them are answered, each once', async () => {
  const tickets = Array.from({ length: MANY }, (_, index) => `api:${index}`);
  const created = tickets.map((ticket, index) => ({
    id: `t ${index}`,
    at: NOW - MANY + index,
    ticket,
    actor: { kind: 'customer', id: `c${index}` },
    type: 'ticket.created',
    data: { requester: `c${index}`, subject: 'No sign-in', channel: 'email' },
  }));
  for (let from = 0; from < MANY; from += 310) await api.door.accept('a', 'api', created.slice(from, from + 310));
  const { id } = await ask('POST', '/incidents', { title: 'x', users: 'all', block: 'complete' });
  for (let from = 0; from < MANY; from += 62) await ask('POST', `/incidents/${id}/tickets`, { tickets: tickets.slice(from, from + 62) });
  await ask('POST', `/incidents/${id}/update`, { audience: 'customers', text: 'We are on it.' });
  const plan = await ask('GET', `/incidents/${id}/answers`);
  expect([plan.counts, plan.tickets.length]).toEqual([{ ready: MANY, answered: 0, refused: 0 }, 500]);
  let left = MANY;
  while (left > 0) {
    const { counts } = await ask('POST', `/incidents/${id}/answers`, { agent: 'ann' });
    expect(counts.ready).toBeLessThan(left);
    left = counts.ready;
  }
  await ask('POST', `/incidents/${id}/answers`, { agent: 'ann' });
  const { rows } = await api.postgres.pool.query<{ replies: number; tickets: number }>(
    `select count(*)::int as replies, count(distinct stream)::int as tickets from event_log
     where workspace_id = 'a' and type = 'ticket.message' and actor_kind = 'agent'`,
  );
  expect(rows[0]).toEqual({ replies: MANY, tickets: MANY });
  const { impact, ticketCount, ticketIds } = await ask('GET', `/incidents/${id}`);
  expect([impact.tickets, ticketCount, ticketIds.length]).toEqual([MANY, MANY, 500]);
  expect(await ask('GET', `/incidents/${id}/tickets`)).toMatchObject({ count: MANY });
}, 120_000);
