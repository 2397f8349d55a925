import { expect, test } from 'vitest';
import { arrivals, countInWords, titleWith, toldOf } from './arrivals.ts';
import { type Inbox, type InboxItem, withMarked } from './use-inbox.ts';

const item = (id: string, more: Partial<InboxItem> = {}): InboxItem => ({
  id,
  event: 'fired',
  severity: 'warning',
  title: `Title ${id}`,
  what: `What ${id}`,
  why: '',
  explain: null,
  advice: [],
  facts: [],
  links: [],
  ticketId: null,
  subject: null,
  alertId: null,
  asks: false,
  acknowledged: null,
  happenedAt: '2026-11-29T10:00:00.000Z',
  at: `2026-11-29T10:00:0${id}.000Z`,
  readAt: null,
  ...more,
});
const inbox = (...items: InboxItem[]): Inbox => ({ unread: items.filter(({ readAt }) => readAt === null).length, items, next: null });

test('of the first answer nothing is new, later what was not there', () => {
  expect(arrivals(undefined, inbox(item('1')))).toEqual([]);
  expect(arrivals(inbox(item('1')), inbox(item('2'), item('1'))).map(({ id }) => id)).toEqual(['2']);
  expect(arrivals(inbox(), inbox(item('1'))).map(({ id }) => id)).toEqual(['1']);
});

test('what was read elsewhere, or only moved up into sight, is not new', () => {
  expect(arrivals(inbox(item('1')), inbox(item('2', { readAt: '2026-11-29T10:01:00.000Z' }), item('1')))).toEqual([]);
  expect(arrivals(inbox(item('5')), inbox(item('5'), item('1')))).toEqual([]);
});

test('one is told by its words, several by how many are how bad, and the worst by name', () => {
  expect(toldOf([item('1')])).toEqual({ title: 'Title 1', text: 'What 1', severity: 'warning' });
  expect(toldOf([item('3'), item('2', { severity: 'critical' }), item('1', { severity: 'info' })])).toEqual({
    title: '3 new notices: 1 critical, 1 warning, 1 info',
    text: 'Title 2 · Title 3 · Title 1',
    severity: 'critical',
  });
  const storm = ['2', '3', '4', '5', '6', '7', '8', '9'].map((id) => item(id, { title: id < '5' ? 'Breached' : `Title ${id}` }));
  expect(toldOf(storm)).toMatchObject({ title: '8 new notices: 8 warning', text: 'Title 9 · Title 8 · Title 7, and 5 more' });
});

test('the title of the page says how much is unread', () => {
  expect(titleWith(0, 'Overview')).toBe('Overview');
  expect(titleWith(3, 'Overview')).toBe('(3) Overview');
  expect(countInWords(100)).toBe('99+');
});

test('what was marked is so in sight before the server has said it', () => {
  const before = { ...inbox(item('3'), item('2'), item('1')), unread: 40 };
  const at = '2026-11-29T11:00:00.000Z';
  const one = withMarked(before, { ids: ['2'], read: true }, at);
  expect([one.unread, one.items.map(({ readAt }) => readAt)]).toEqual([39, [null, at, null]]);
  // Marked again nothing changes.
  expect(withMarked(one, { ids: ['2'], read: true }, at).unread).toBe(39);
  expect(withMarked(one, { ids: ['2'], read: false }, at)).toEqual(before);
  // All of them, also those that are not in sight.
  expect(withMarked(before, { ids: 'all', read: true }, at).unread).toBe(0);
});
