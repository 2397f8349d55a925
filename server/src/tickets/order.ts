/**
 * The orders of lists, and cursors into them. Every order ends with the id, so no two tickets share a place. Empty keys
 * come last in both directions. Ids run against the key's direction, as the indexes of 0001 and 0002 do.
 */
import { type RawBuilder, type SqlBool, sql } from 'kysely';
import { invalid } from '../errors.ts';

const SORTS = ['created', 'updated', 'resolved', 'priority', 'waiting'] as const;
export type Sort = (typeof SORTS)[number];
export type Direction = 'asc' | 'desc';

export interface Order {
  readonly sort: Sort;
  readonly direction: Direction;
}

/** The place of a ticket in an order: its key as text, and its id. */
export interface Place {
  readonly key: string | null;
  readonly id: string;
}

/**
 * The column of each order, its type, and whether a greater value comes first in `desc`. "The most urgent first" is
 * P1 before P2, and "the longest wait first" is the earliest instant.
 */
const KEYS = {
  created: { column: 't.created_at', type: 'timestamptz', isReversed: false, mayBeEmpty: false },
  updated: { column: 't.updated_at', type: 'timestamptz', isReversed: false, mayBeEmpty: false },
  resolved: { column: 't.resolved_at', type: 'timestamptz', isReversed: false, mayBeEmpty: true },
  priority: { column: 't.priority', type: 'text', isReversed: true, mayBeEmpty: false },
  waiting: { column: 't.waiting_since', type: 'timestamptz', isReversed: true, mayBeEmpty: true },
} as const;

const descends = ({ sort, direction }: Order) => (direction === 'desc') !== KEYS[sort].isReversed;

export function orderBy(order: Order): RawBuilder<unknown> {
  const { column, mayBeEmpty } = KEYS[order.sort];
  const ref = sql.ref(column);
  if (!descends(order)) return sql`${ref}, t.id desc`;
  // An index serves only the order it was made in, word for word, even where nothing is null.
  return mayBeEmpty ? sql`${ref} desc nulls last, t.id` : sql`${ref} desc, t.id`;
}

/** The key in a form that loses nothing: microseconds count in a timestamptz. */
export const placeKey = ({ sort }: Order): RawBuilder<string | null> => sql<string | null>`${sql.ref(KEYS[sort].column)}::text`;

/** What comes after the place. */
export function after(order: Order, { key, id }: Place): RawBuilder<SqlBool> {
  const { column, type, mayBeEmpty } = KEYS[order.sort];
  const [ref, isDescending] = [sql.ref(column), descends(order)];
  const beyond = isDescending ? sql`t.id > ${id}` : sql`t.id < ${id}`;
  if (key === null) return sql<SqlBool>`${ref} is null and ${beyond}`;
  const value = sql`${key}::${sql.raw(type)}`;
  // The first comparison is what the index is entered with.
  const later = isDescending
    ? sql<SqlBool>`(${ref} <= ${value} and (${ref} < ${value} or ${beyond}))`
    : sql<SqlBool>`(${ref} >= ${value} and (${ref} > ${value} or ${beyond}))`;
  return mayBeEmpty ? sql<SqlBool>`(${later} or ${ref} is null)` : later;
}

/** Opaque to callers: base64url of the order and the place. */
export const cursorOf = ({ sort, direction }: Order, { key, id }: Place): string =>
  Buffer.from(JSON.stringify([sort, direction, key, id])).toString('base64url');

/** Throws a refusal for what is no cursor of this order. */
export function placeOf(order: Order, cursor: string): Place {
  const [sort, direction, key, id] = partsOf(cursor);
  const isPlace = (key === null || (typeof key === 'string' && isKey(order.sort, key))) && typeof id === 'string' && !id.includes('\0');
  if (sort !== order.sort || direction !== order.direction || !isPlace)
    throw invalid('cursor', 'must be the `next` of an answer in the same order');
  return { key, id };
}

const isKey = (sort: Sort, key: string) =>
  (KEYS[sort].type === 'text' ? /^P[1-5]$/ : /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d{1,6})?[+-]\d\d(:\d\d)?$/).test(key);

function partsOf(cursor: string): unknown[] {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    return Array.isArray(parts) ? parts : [];
  } catch {
    return [];
  }
}
