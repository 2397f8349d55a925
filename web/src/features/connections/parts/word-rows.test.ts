import { expect, test } from 'vitest';
import { changedWords, draftOf, mapsOf, rowsOf, withMeaning, without } from './word-rows.ts';

const maps = {
  status: { open: 'open', done: 'resolved' },
  priority: {},
  customFields: { 7: 'product' },
  users: {},
  payloads: { form: 'snapshot' },
} as const;
const at = '2026-03-01T10:00:00.000Z';
const unknown = [
  { what: 'status', value: 'limbo', count: 3, firstAt: at, lastAt: at },
  { what: 'status', value: 'waiting', count: 40, firstAt: at, lastAt: at },
  { what: 'channel', value: 'fax', count: 9, firstAt: at, lastAt: at },
];

test('words that nobody explained come first, the most frequent of them before the others', () => {
  const rows = rowsOf(draftOf(maps), 'status', { unknown, titles: {} });
  expect(rows.map(({ word, meaning, isOwn }) => [word, meaning, isOwn])).toEqual([
    ['waiting', '', false],
    ['limbo', '', false],
    ['done', 'resolved', true],
    ['open', 'open', true],
  ]);
});

test('a custom field goes by its title where the system tells it, and only there', () => {
  const met = [...unknown, { what: 'customFields', value: '12', count: 5, firstAt: at, lastAt: at }];
  const titles = { 7: 'Product line', 12: 'Reason', open: 'No field' };
  const named = (table: 'customFields' | 'status') =>
    rowsOf(draftOf(maps), table, { unknown: met, titles }).map(({ word, title }) => [word, title]);
  expect(named('customFields')).toEqual([
    ['12', 'Reason'],
    ['7', 'Product line'],
  ]);
  expect(named('status').every(([, title]) => title === undefined)).toBe(true);
});

test('what is said is saved, what is emptied or taken out is not, and the mapping of payloads stays', () => {
  const said = withMeaning(draftOf(maps), 'status', 'waiting', 'pending');
  expect(changedWords(said, maps)).toBe(1);
  const draft = withMeaning(without(said, 'status', 'done'), 'customFields', '7', ' ');
  expect(changedWords(draft, maps)).toBe(3);
  expect(mapsOf(draft, maps)).toEqual({
    status: { open: 'open', waiting: 'pending' },
    priority: {},
    customFields: {},
    users: {},
    payloads: { form: 'snapshot' },
  });
  expect(changedWords(withMeaning(said, 'status', 'waiting', ''), maps)).toBe(0);
});
