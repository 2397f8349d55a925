/** What is learned of a payload, and what is kept of one that cannot be read. */
import { expect, test } from 'vitest';
import { zammad } from '../zammad/index.ts';
import { learnedWithout, mapLists } from './map-payload.ts';
import { isStorable } from './memory.ts';
import { wholly } from './note-payload.ts';
import type { Payload } from './raw-payloads.ts';

test('a state that was not taken is not remembered, and the others are', () => {
  const body = (id: number) => ({ ticket: { id, state: 'open', created_at: '2026-03-01T09:00:00Z', updated_at: '2026-03-01T10:00:00Z' } });
  const items = [body(1), body(2)].map((one) => ({ body: one, receivedAt: 0 }));
  const mapped = mapLists(zammad, [{ stream: 'deliveries', items }], { source: 'desk', maps: zammad.firstMaps!, known: {} });
  expect(mapped.events.map(({ id }) => id)).toContain('created:1');
  expect(Object.keys(learnedWithout(new Set(), mapped))).toEqual(['snapshot/1', 'snapshot/2']);
  expect(Object.keys(learnedWithout(new Set(['created:1']), mapped))).toEqual(['snapshot/2']);
});

test('a payload is buried by its beginning, and two that begin alike are two', () => {
  const payload = (end: string) => ({ body: Buffer.from('x'.repeat(20_000) + end) }) as Payload;
  const [one, other] = [wholly(payload('a'), 'failed').item as string, wholly(payload('b'), 'failed').item as string];
  expect(one.length).toBeLessThan(10_200);
  expect(one).not.toBe(other);
  expect(wholly({ body: Buffer.from('{') } as Payload, 'failed')).toMatchObject({ item: '{', field: 'body', reason: 'failed' });
});

test('no key is longer than an index takes', () => {
  expect(isStorable('user/42')).toBe(true);
  expect(isStorable('ü'.repeat(2_000))).toBe(false);
});
