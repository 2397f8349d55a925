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

/** So many of a burst are named. */
const MOST_NAMED = 3;

/** One by its own words, several by how many of them are how bad, and the worst of them by name. At least one. */
export function toldOf(items: readonly InboxItem[]): Told {
  const ordered = items.toSorted((a, b) => RANK[b.severity] - RANK[a.severity] || (a.at < b.at ? 1 : -1));
  const { severity, title, what } = ordered[0]!;
  if (ordered.length === 1) return { title, text: what, severity };
  const kinds = (['critical', 'warning', 'info'] as const).flatMap((kind) => {
    const count = items.filter((one) => one.severity === kind).length;
    return count > 0 ? [words.ofKind[kind](count)] : [];
  });
  const named = [...new Set(ordered.slice(0, MOST_NAMED).map((one) => one.title))];
  const others = items.filter((one) => !named.includes(one.title)).length;
  return { title: words.several(items.length, kinds.join(', ')), text: words.among(named, others), severity };
}

/** `(3) Overview · Watchdesk`; above 99 nobody counts. */
export const titleWith = (unread: number, title: string): string => (unread === 0 ? title : `(${countInWords(unread)}) ${title}`);

export const countInWords = (unread: number): string => (unread > 99 ? '99+' : String(unread));
