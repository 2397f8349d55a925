/**
 * A ticket's events as a person reads them: messages, short sentences of what changed (from what to what), days, the
 * silences between them, and which wait a reply ended. Pure: items in the order of the log in, entries out.
 */
import type { TicketDetail, TimelineItem } from '../../api/client.ts';
import { isLate } from './late.ts';
import type { StorySearch } from './search.ts';

/** A moment of a story that a link means; `event` as `search.ts` says. */
export type Moment = Required<Pick<StorySearch, 'at'>> & Pick<StorySearch, 'event'>;

export type View = 'all' | 'messages' | 'events';

/** What a field was and became; null where nothing was set or it is not known. */
export interface FieldChange {
  field: string;
  from: string | null;
  to: string | null;
}

export interface EventLine {
  item: TimelineItem;
  change: FieldChange | null;
}

interface Placed {
  /** Stays the same while the ticket grows, so that lists keep their places. */
  key: string;
  at: string;
}

export type Entry =
  | (Placed & { kind: 'day' })
  | (Placed & { kind: 'gap'; seconds: number })
  | (Placed & { kind: 'cycle'; ordinal: number })
  | (Placed & { kind: 'message'; item: TimelineItem; isLate: boolean; waitedSeconds: number | null; isRedacted: boolean })
  /** What one actor did at the same moment, as one entry. */
  | (Placed & { kind: 'events'; lines: EventLine[]; isLate: boolean });

/** Silences shorter than this are the ordinary pace of a conversation. */
const GAP_SECONDS = 10 * 60;
/** Changes made by one action carry nearly the same instant. */
const TOGETHER_MS = 2_000;

const isMessage = ({ type }: TimelineItem): boolean => type === 'ticket.message';
const keyOf = ({ source, id }: TimelineItem): string => `${source} ${id}`;
const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

const FIELD_OF: Record<string, string> = {
  'status.changed': 'status',
  'priority.changed': 'priority',
  'assignee.changed': 'assignee',
  'team.changed': 'team',
  'supportTier.changed': 'supportTier',
  'category.changed': 'category',
  'product.changed': 'product',
  'requester.changed': 'requester',
  'organisation.changed': 'organisation',
  'language.changed': 'language',
  'serviceSite.changed': 'serviceSite',
  'subject.changed': 'subject',
};

/** Events say what a field became; what it was follows from the events before. */
function changesOf(items: readonly TimelineItem[]): Map<TimelineItem, FieldChange> {
  const known = new Map<string, string | null>();
  const changes = new Map<TimelineItem, FieldChange>();
  for (const item of items) {
    if (item.type === 'ticket.created') for (const field of Object.values(FIELD_OF)) known.set(field, text(item.data[field]));
    if (item.type === 'ticket.escalated') known.set('supportTier', text(item.data['toTier']));
    const field = FIELD_OF[item.type];
    if (!field) continue;
    const to = text(item.data['to']) ?? text(item.personal?.['to']);
    changes.set(item, { field, from: known.get(field) ?? null, to });
    known.set(field, to);
  }
  return changes;
}

/** Events that say nothing to a reader: clocks' own book-keeping. */
const SILENT: ReadonlySet<string> = new Set(['agent.activity', 'policy.applied', 'sla.vendor']);

const isSeen =
  (view: View) =>
  (item: TimelineItem): boolean => {
    if (view === 'messages') return isMessage(item);
    return view === 'events' ? true : !SILENT.has(item.type);
  };

type Waits = TicketDetail['waits'];
type Cycles = TicketDetail['cycles'];

/** The waits that a reply ended, by the instant of the reply. */
const repliedWaits = (waits: Waits): Map<number, number> =>
  new Map(waits.flatMap(({ to, closedBy, seconds }) => (closedBy === 'reply' && to !== null ? [[Date.parse(to), seconds] as const] : [])));

function waitEndedBy(item: TimelineItem, waits: ReadonlyMap<number, number>): number | null {
  const isReply = item.actor.kind === 'agent' && item.data['visibility'] === 'public';
  return isReply ? (waits.get(Date.parse(item.at)) ?? null) : null;
}

function joins(entry: Entry | undefined, item: TimelineItem): entry is Entry & { kind: 'events' } {
  const before = entry?.kind === 'events' ? entry.lines.at(-1)?.item : undefined;
  if (!before) return false;
  const near = Date.parse(item.at) - Date.parse(before.at) <= TOGETHER_MS;
  return near && before.actor.kind === item.actor.kind && before.actor.id === item.actor.id && before.ticket === item.ticket;
}

interface TimelineOptions {
  view: View;
  waits: Waits;
  cycles: Cycles;
  /** The day of an instant in the viewer's zone, in any form that differs from day to day. */
  dayOf: (at: string) => string;
}

/** The entries of a ticket, oldest first. */
export function entriesOf(items: readonly TimelineItem[], { view, waits, cycles, dayOf }: TimelineOptions): Entry[] {
  const changes = changesOf(items);
  const late = isLate(items);
  const replied = repliedWaits(waits);
  const redacted = new Set(items.filter(({ type }) => type === 'message.redacted').map(({ data }) => data['messageId']));
  const reopened = cycles.filter(({ ordinal }) => ordinal > 1);
  const entries: Entry[] = [];
  let before: TimelineItem | null = null;
  for (const item of items.filter(isSeen(view))) {
    for (const cycle of startedBetween(reopened, before, item))
      entries.push({ kind: 'cycle', key: `cycle ${cycle.ordinal}`, at: cycle.startedAt, ordinal: cycle.ordinal });
    if (!before || dayOf(before.at) !== dayOf(item.at))
      entries.push({ kind: 'day', key: `day ${dayOf(item.at)} ${keyOf(item)}`, at: item.at });
    const gap = before ? (Date.parse(item.at) - Date.parse(before.at)) / 1000 : 0;
    if (gap >= GAP_SECONDS) entries.push({ kind: 'gap', key: `gap ${keyOf(item)}`, at: item.at, seconds: gap });
    const last = entries.at(-1);
    if (isMessage(item)) {
      const isRedacted = item.redacted || redacted.has(item.data['messageId']);
      entries.push({
        kind: 'message',
        key: keyOf(item),
        at: item.at,
        item,
        isLate: late.has(item),
        waitedSeconds: waitEndedBy(item, replied),
        isRedacted,
      });
    } else if (joins(last, item)) {
      last.lines.push({ item, change: changes.get(item) ?? null });
      last.isLate ||= late.has(item);
    } else {
      entries.push({
        kind: 'events',
        key: keyOf(item),
        at: item.at,
        lines: [{ item, change: changes.get(item) ?? null }],
        isLate: late.has(item),
      });
    }
    before = item;
  }
  return entries;
}

/** Reopenings that fall between two items, the later one included. */
function startedBetween(cycles: Cycles, before: TimelineItem | null, item: TimelineItem): Cycles {
  if (!before) return [];
  const [from, to] = [Date.parse(before.at), Date.parse(item.at)];
  return cycles.filter(({ startedAt }) => Date.parse(startedAt) > from && Date.parse(startedAt) <= to);
}

const isStory = (entry: Entry): boolean => entry.kind === 'message' || entry.kind === 'events';

/** The events an entry tells of. */
function itemsOf(entry: Entry): TimelineItem[] {
  if (entry.kind === 'events') return entry.lines.map(({ item }) => item);
  return entry.kind === 'message' ? [entry.item] : [];
}

/**
 * Where the story tells of a moment: the entry with the event that is meant, else with one of that very millisecond, else the
 * nearest; -1 in an empty one.
 */
export function entryAt(entries: readonly Entry[], { at, event }: Moment): number {
  const named = event === undefined ? -1 : entries.findIndex((entry) => itemsOf(entry).some((item) => keyOf(item) === event));
  if (named >= 0) return named;
  const wanted = Date.parse(at);
  let [nearest, distance] = [-1, Number.POSITIVE_INFINITY];
  for (const [index, entry] of entries.entries()) {
    if (!isStory(entry)) continue;
    const away = Math.min(...itemsOf(entry).map((item) => Math.abs(Date.parse(item.at) - wanted)));
    if (away < distance) [nearest, distance] = [index, away];
  }
  return nearest;
}
