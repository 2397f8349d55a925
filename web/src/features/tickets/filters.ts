/**
 * What the list is narrowed to and how it is ordered, as it stands in the address: every view is a link.
 * Lists are comma-separated text, so that an address stays readable; what cannot be understood is left out.
 */
import type { TicketRow } from '../../api/client.ts';
import { messages as uiMessages } from '../../ui/messages.ts';
import { rangeOf, readPeriod, type Period } from '../../period/period.ts';

export const LISTS = [
  'status',
  'priority',
  'team',
  'assignee',
  'channel',
  'category',
  'product',
  'supportTier',
  'customerTier',
  'tag',
  'requester',
  'organisation',
] as const;
export type ListFilter = (typeof LISTS)[number];

export const SORTS = ['waiting', 'created', 'updated', 'resolved', 'priority'] as const;
export type Sort = (typeof SORTS)[number];
export type Direction = 'asc' | 'desc';

/** The part of the address that is this place's own. */
export type TicketSearch = { [List in ListFilter]?: string } & {
  q?: string;
  created?: Period;
  waiting?: true;
  sort?: Sort;
  direction?: Direction;
  /** The ticket whose preview is open. */
  open?: string;
};

/** Whoever has waited longest comes first, until somebody asks for another order. */
const DEFAULT_SORT: Sort = 'waiting';

/** As the server sees it, `desc` is what one asks for most: newest, longest wait and highest priority first. */
const DEFAULT_DIRECTION: Direction = 'desc';

const textOf = (value: unknown): string | undefined => {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
};

/** Filters whose values are a closed vocabulary; no mark can be drawn for anything else. */
const VOCABULARY: Partial<Record<ListFilter, Readonly<Record<string, string>>>> = {
  status: uiMessages.status,
  priority: uiMessages.priority,
  channel: uiMessages.channel,
};
const isKnown = (name: ListFilter, value: string): boolean => {
  const words = VOCABULARY[name];
  return words === undefined || value === 'none' || Object.hasOwn(words, value);
};

const isSort = (value: unknown): value is Sort => SORTS.some((sort) => sort === value);

/** What the address says about the list; the router calls it for every navigation. */
export function readTicketSearch(search: Record<string, unknown>): TicketSearch {
  const read: TicketSearch = {};
  for (const name of LISTS) {
    const values = valuesOf(textOf(search[name])).filter((value) => isKnown(name, value));
    if (values.length > 0) read[name] = values.join(',');
  }
  const q = textOf(search['q']);
  if (q) read.q = q.slice(0, 200);
  const created = readPeriod(search['created']);
  if (created) read.created = created;
  if (search['waiting'] === true || search['waiting'] === 'true') read.waiting = true;
  if (isSort(search['sort']) && search['sort'] !== DEFAULT_SORT) read.sort = search['sort'];
  if (search['direction'] === 'asc') read.direction = 'asc';
  const open = textOf(search['open']);
  if (open) read.open = open;
  return read;
}

/** The values of one filter, each once. */
export function valuesOf(text: string | undefined): string[] {
  return [...new Set((text ?? '').split(',').map((value) => value.trim()))].filter((value) => value !== '');
}

/** The order in force. */
export function orderOf(search: TicketSearch): { sort: Sort; direction: Direction } {
  const sort = search.sort ?? DEFAULT_SORT;
  return { sort, direction: search.direction ?? DEFAULT_DIRECTION };
}

/** Clicking a header: its usual direction first, then the other one. */
export function orderAfterClick(search: TicketSearch, sort: Sort): Pick<TicketSearch, 'sort' | 'direction'> {
  const now = orderOf(search);
  const direction: Direction = now.sort === sort ? (now.direction === 'asc' ? 'desc' : 'asc') : DEFAULT_DIRECTION;
  return { ...(sort === DEFAULT_SORT ? {} : { sort }), ...(direction === DEFAULT_DIRECTION ? {} : { direction }) };
}

/** Whether anything narrows the list. */
export const isNarrowed = (search: TicketSearch): boolean =>
  LISTS.some((name) => search[name] !== undefined) ||
  search.q !== undefined ||
  search.created !== undefined ||
  search.waiting !== undefined;

/** The change that takes all filters back and leaves the order. */
export const NO_FILTERS = Object.fromEntries([...LISTS, 'q', 'created', 'waiting'].map((name) => [name, undefined])) as {
  [Key in ListFilter | 'q' | 'created' | 'waiting']: undefined;
};

/** Filters as the API takes them. */
export type FilterQuery = { [List in ListFilter]?: string } & { q?: string; createdFrom?: string; createdTo?: string; waiting?: 'true' };

/** The query of a search at the instant `now` (ms). */
export function queryOf(search: TicketSearch, now: number, timeZone: string): FilterQuery {
  const query: FilterQuery = {};
  for (const name of LISTS) if (search[name]) query[name] = search[name];
  if (search.q) query.q = search.q;
  if (search.waiting) query.waiting = 'true';
  if (search.created) {
    const { from, to } = rangeOf(search.created, now, timeZone);
    query.createdFrom = new Date(from).toISOString();
    // A period that reaches to the present stays open, or the newest tickets would be missing.
    if (to < now) query.createdTo = new Date(to).toISOString();
  }
  return query;
}

type Field = (ticket: TicketRow) => readonly (string | null | undefined)[];

const FIELDS: Record<ListFilter, Field> = {
  status: (ticket) => [ticket.status],
  priority: (ticket) => [ticket.priority],
  team: (ticket) => [ticket.team?.id],
  assignee: (ticket) => [ticket.assignee?.id],
  channel: (ticket) => [ticket.channel],
  category: (ticket) => [ticket.category],
  product: (ticket) => [ticket.product],
  supportTier: (ticket) => [ticket.supportTier],
  customerTier: (ticket) => [ticket.organisation?.customerTier],
  tag: (ticket) => ticket.tags,
  requester: (ticket) => [ticket.requester?.id],
  organisation: (ticket) => [ticket.organisation?.id],
};

/** Whether a ticket that has just changed belongs to the list: the same question the server answers, asked of one row. */
export function matches(query: FilterQuery, ticket: TicketRow): boolean {
  const fits = LISTS.every((name) => {
    const wanted = valuesOf(query[name]);
    const has = FIELDS[name](ticket).map((value) => value ?? 'none');
    return wanted.length === 0 || wanted.some((value) => has.includes(value) || (value === 'none' && has.length === 0));
  });
  if (!fits || (query.waiting && ticket.waitingSince === null)) return false;
  if (query.createdFrom && ticket.createdAt < query.createdFrom) return false;
  if (query.createdTo && ticket.createdAt >= query.createdTo) return false;
  return !query.q || containsWords(ticket, query.q);
}

function containsWords(ticket: TicketRow, words: string): boolean {
  const text = `${ticket.subject ?? ''} ${ticket.id}`.toLowerCase();
  return words
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}
