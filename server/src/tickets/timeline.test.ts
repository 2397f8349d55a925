/** Whose conversation a timeline shows after merges were undone. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { NOW, startApi, type TestApi } from '../../test/api.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());

let instant = NOW - 3_600_000;
const event = (ticket: string, type: string, data: object) => {
  instant += 1000;
  return { id: `${type} ${instant}`, at: instant, ticket, actor: { kind: 'customer', id: `customer of ${ticket}` }, type, data };
};
const ticketsIn = async (id: string) => {
  const { items } = (await api.ask(`/api/v1/tickets/${id}/timeline`)).json<{ items: { ticket: string }[] }>();
  return [...new Set(items.map(({ ticket }) => ticket))].toSorted();
};

test('a ticket that was taken out again takes its conversation with it, and what was merged into it before', async () => {
  const tickets = ['api:1', 'api:2', 'api:3'];
  await api.door.accept('a', 'api', [
    ...tickets.map((id) => event(id, 'ticket.created', { subject: id, requester: `customer of ${id}` })),
    event('api:3', 'ticket.merged', { into: 'api:2' }),
    event('api:2', 'ticket.merged', { into: 'api:1' }),
  ]);
  expect(await ticketsIn('api:1')).toEqual(tickets);
  await api.door.accept('a', 'api', [event('api:2', 'ticket.unmerged', { into: 'api:1' })]);
  expect(await ticketsIn('api:1')).toEqual(['api:1']);
  expect(await ticketsIn('api:2')).toEqual(['api:2', 'api:3']);
  expect((await api.ask('/api/v1/tickets/api:1')).json()).toMatchObject({ ticket: { absorbed: [] } });
});
