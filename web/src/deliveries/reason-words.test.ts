import { expect, test } from 'vitest';
import type { Delivery } from './delivery.ts';
import { reasonInWords, reasonToOneself } from './reason-words.ts';

const NOW = Date.parse('2026-11-29T22:30:00.000Z');
const told = (more: Partial<Delivery>): Parameters<typeof reasonInWords>[0] => ({
  outcome: 'sent',
  reason: null,
  together: 1,
  attempts: 1,
  until: null,
  way: 'channel',
  ...more,
});

test.each<[Partial<Delivery>, string]>([
  [{ outcome: 'there', way: 'inbox' }, 'It is in the inbox.'],
  [{ outcome: 'sent' }, 'The receiver took it.'],
  [{ outcome: 'sent', way: 'mail' }, 'The mail server took it.'],
  [{ outcome: 'grouped', together: 41 }, 'Grouped into one message with 40 others, so that it did not become 41.'],
  [{ outcome: 'grouped', together: 2 }, 'Grouped into one message with one other, so that it did not become 2.'],
  [{ outcome: 'held', reason: 'quiet hours', until: '2026-11-30T07:00:00.000Z' }, 'Held until 30 Nov, 08:00 by quiet hours.'],
  [{ outcome: 'held', reason: 'off shift', until: '2026-11-29T22:45:00.000Z' }, 'Held until 23:45, when their shift begins.'],
  [{ outcome: 'held', reason: 'digest', until: '2026-11-30T07:00:00.000Z' }, 'Kept for the daily letter at 30 Nov, 08:00.'],
  [{ outcome: 'held', reason: 'something else', until: '2026-11-29T22:45:00.000Z' }, 'Held until 23:45: something else.'],
  [
    { outcome: 'capped', until: '2026-11-29T22:31:00.000Z' },
    'Held until 23:31: too many messages went just before. What comes until then goes in one.',
  ],
  [{ outcome: 'waiting', attempts: 0 }, 'It goes next.'],
  [{ outcome: 'waiting', attempts: 0, together: 3 }, 'It goes next, in one message with 2 others.'],
  [
    { outcome: 'waiting', attempts: 2, reason: 'answered 500: oops', until: '2026-11-29T22:35:00.000Z' },
    'Failed twice: answered 500: oops. Next attempt in 5\u00a0m\u00a000\u00a0s.',
  ],
  [
    { outcome: 'waiting', attempts: 0, reason: 'answered 429: slow', until: '2026-11-29T22:35:00.000Z' },
    'The receiver asked to wait: answered 429: slow. Next attempt in 5\u00a0m\u00a000\u00a0s.',
  ],
  [{ outcome: 'waiting', attempts: 0, reason: 'another' }, 'It goes after the one before it, which has not been taken yet.'],
  [{ outcome: 'failed', attempts: 10, reason: 'answered 410' }, 'Given up after it was tried 10 times: answered 410.'],
  [{ outcome: 'failed', attempts: 0, reason: 'the channel was turned off' }, 'Given up: the channel was turned off.'],
  [{ outcome: 'nowhere', way: 'none', reason: 'nobody had the ticket' }, 'Nobody had the ticket.'],
])('%j is told as %s', (delivery, words) => {
  expect(reasonInWords(told(delivery), NOW, 'Europe/Berlin')).toBe(words);
});

test('whoever it was for is spoken to', () => {
  const own = (more: Partial<Delivery>) => reasonToOneself(told(more), NOW, 'UTC');
  expect(own({ outcome: 'nowhere', reason: 'by their preferences nothing that is info goes by mail' })).toBe(
    'By your preferences nothing that is info goes by mail.',
  );
  expect(own({ outcome: 'nowhere', reason: 'they have no address' })).toBe('You have no address.');
  expect(own({ outcome: 'held', reason: 'off shift', until: '2026-11-29T22:45:00.000Z' })).toBe(
    'Held until 22:45, when your shift begins.',
  );
});
