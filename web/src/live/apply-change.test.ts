import { QueryClient } from '@tanstack/react-query';
import { expect, test } from 'vitest';
import { applyChanges, newestRows, withRows } from './apply-change.ts';
import type { Change } from './protocol.ts';

const row = (id: string, version: number, status = 'open') => ({ id, version, status });
const change = (ticket: ReturnType<typeof row>): Change => ({
  type: 'change',
  number: '1.1',
  topics: ['tickets'],
  kind: 'ticket',
  id: ticket.id,
  types: [],
  ticket,
});

test('a newer row takes the place of the older, and everything else stays the same object', () => {
  const answer = {
    pages: [
      { tickets: [row('a', 1), row('b', 1)], total: 2 },
      { tickets: [row('c', 1)], total: 2 },
    ],
  };
  const next = withRows(answer, newestRows([change(row('b', 2, 'resolved'))])) as typeof answer;
  expect(next.pages[0]!.tickets).toEqual([row('a', 1), row('b', 2, 'resolved')]);
  expect(next.pages[0]!.tickets[0]).toBe(answer.pages[0]!.tickets[0]);
  expect(next.pages[1]).toBe(answer.pages[1]);
});

test('an older or equal row changes nothing', () => {
  const answer = { tickets: [row('a', 3)] };
  expect(withRows(answer, newestRows([change(row('a', 3, 'closed'))]))).toBe(answer);
  expect(withRows(answer, newestRows([change(row('z', 9))]))).toBe(answer);
});

test('of several changes to one ticket the newest counts, in any order', () => {
  expect(newestRows([change(row('a', 5)), change(row('a', 4))]).get('a')).toEqual(row('a', 5));
});

test('what a row holds beyond the change is kept', () => {
  const detail = { ticket: { ...row('a', 1), cycles: [1] }, customer: { id: 'a customer' } };
  expect(withRows(detail, newestRows([change(row('a', 2))]))).toEqual({
    ticket: { ...row('a', 2), cycles: [1] },
    customer: { id: 'a customer' },
  });
});

test('lists and the ticket itself are patched in the cache', () => {
  const client = new QueryClient();
  client.setQueryData(['tickets', { status: 'open' }], { tickets: [row('a', 1)] });
  client.setQueryData(['ticket', 'a'], { ticket: row('a', 1) });
  applyChanges(client, [change(row('a', 2, 'pending'))]);
  expect(client.getQueryData(['tickets', { status: 'open' }])).toEqual({ tickets: [row('a', 2, 'pending')] });
  expect(client.getQueryData(['ticket', 'a'])).toEqual({ ticket: row('a', 2, 'pending') });
  client.clear();
});

test('the page of a ticket that is gone is asked for again', () => {
  const client = new QueryClient();
  client.setQueryData(['ticket', 'a'], { ticket: row('a', 1) });
  const { ticket: _, ...gone } = change(row('a', 2));
  applyChanges(client, [gone]);
  expect(client.getQueryState(['ticket', 'a'])?.isInvalidated).toBe(true);
  client.clear();
});

test('a list that shows a ticket which is gone is asked for again, and no other', () => {
  const client = new QueryClient();
  const list = (...ids: string[]) => ({ tickets: ids.map((id) => row(id, 1)), total: ids.length });
  client.setQueryData(['tickets', 'list', 1], list('a', 'b'));
  client.setQueryData(['tickets', 'list', 2], list('c'));
  const { ticket: _, ...gone } = change(row('b', 2));
  const isOld = (window: number) => client.getQueryState(['tickets', 'list', window])!.isInvalidated;
  applyChanges(client, [gone, change(row('b', 3))]);
  expect([isOld(1), isOld(2)]).toEqual([false, false]);
  applyChanges(client, [gone]);
  expect([isOld(1), isOld(2)]).toEqual([true, false]);
});
