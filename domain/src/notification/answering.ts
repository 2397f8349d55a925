/** What has become of something that was told: a notice of the same thread, which says no more than it has to. */
import type { Notice } from './notice.ts';
import { shortened } from './text.ts';

/** The fact that says who it was. */
export const ANSWERED_BY = 'Acknowledged by';

/** The same thing, with what has become of it; `at` in milliseconds since 1970. One answer of its kind to one notice has one key. */
export const answering = (asked: Notice, event: 'acknowledged' | 'resolved', more: { what: string; by?: string; at: number }): Notice => ({
  ...asked,
  key: shortened(`${asked.key} ${event}`, 300),
  event,
  what: more.what,
  advice: [],
  facts: [...asked.facts.slice(0, 19), ...(more.by === undefined ? [] : [{ label: ANSWERED_BY, value: shortened(more.by, 500) }])],
  at: more.at,
});
