/** What has come into the inbox since it was last looked at, and how it is said in one short message, however much it is. */
import type { Inbox, InboxItem } from './use-inbox.ts';
import { words } from './messages.ts';

/** Those that were not there before, the newest first. Of the first answer nothing is new: it was told before the page was opened. */
export function arrivals(before: Inbox | undefined, now: Inbox): InboxItem[] {
  if (!before) return [];
  const known = new Set(before.items.map(({ id }) => id));
  const newest = before.items[0]?.at ?? '';
  // What only moved up into sight, because others were taken away, is older than what was seen.
  return now.items.filter(({ id, at, readAt }) => !known.has(id) && at >= newest && readAt === null);
}

const RANK = { info: 0, warning: 1, critical: 2 } as const;

export interface Told {
  readonly title: string;
  readonly text: string;
  readonly severity: InboxItem['severity'];
}

/** One by its own words, several by their number and the worst of them. At least one. */
export function toldOf(items: readonly InboxItem[]): Told {
  const [first, ...others] = items.toSorted((a, b) => RANK[b.severity] - RANK[a.severity] || (a.at < b.at ? 1 : -1)) as [
    InboxItem,
    ...InboxItem[],
  ];
  const { severity } = first;
  if (others.length === 0) return { title: first.title, text: first.what, severity };
  return { title: words.several(items.length), text: words.among(first.title, others.length), severity };
}

/** `(3) Overview · Watchdesk`; above 99 nobody counts. */
export const titleWith = (unread: number, title: string): string => (unread === 0 ? title : `(${countInWords(unread)}) ${title}`);

export const countInWords = (unread: number): string => (unread > 99 ? '99+' : String(unread));
