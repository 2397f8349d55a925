/** What the mappers of payloads have in common: each item is read against its schema, and what cannot be read is a dead letter of its own. */
import type { Priority, Status } from '@watchdesk/domain/event';
import type { z } from 'zod';
import { eventId } from '../csv/entry.ts';
import type { Given, Mapped, MappedEvent } from '../connector.ts';
import { ownId, withOwnIds } from './own-ids.ts';

type Warning = Mapped['warnings'][number];

/** What the reading of one item adds to. */
export interface Collector {
  readonly given: Given;
  add(...events: readonly MappedEvent[]): void;
  warn(what: string, value: string): void;
  /** The id of a ticket here. */
  ticket(externalId: string | number): string;
  /** The category of a raw status by the connection's map; otherwise as the payload itself says; an unknown one is open, and a warning. */
  status(raw: string, otherwise?: Status): Status;
  /** None where nobody knows it, and a warning. */
  priority(raw: string, otherwise?: Priority): Priority | undefined;
  /** Who a user over there is here: the agent that the map names, or one of their own id behind the source. Ids of all others are put behind it afterwards (own-ids.ts). */
  user<T extends string | null>(id: T): T | string;
  /** What was remembered under the key, in this batch or before. */
  known(key: string): unknown;
  /** For later items, where this one can be read to its end. */
  remember(key: string, value: unknown): void;
}

/** An item that cannot be mapped though its schema was right; the field and what it should have been. */
export class Unreadable extends Error {
  readonly field: string;

  constructor(field: string, reason: string) {
    super(reason);
    this.field = field;
  }
}

/** The events of all items. An item gives all its events or, where it cannot be read, none. */
export function mapEach<T>(items: readonly unknown[], given: Given, schema: z.ZodType<T>, map: (item: T, to: Collector) => void): Mapped {
  const events: MappedEvent[] = [];
  const warnings = new Map<string, Warning>();
  const dead: Mapped['dead'][number][] = [];
  const remembered: Record<string, unknown> = {};
  for (const item of items) {
    const read = schema.safeParse(item);
    if (!read.success) {
      const [issue] = read.error.issues;
      dead.push({ item, field: issue!.path.join('.'), reason: issue!.message.replace(/^Invalid (input|option): expected /, 'must be ') });
      continue;
    }
    const mine: MappedEvent[] = [];
    // What an item that is buried would have told is not known: read again, it tells all of it.
    const learned: Record<string, unknown> = {};
    try {
      map(read.data, collector(given, mine, warnings, { before: remembered, learned }));
      events.push(...mine.map((event) => withOwnIds(event, given.source)));
      Object.assign(remembered, learned);
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
      dead.push({ item, field: error.field, reason: error.message });
    }
  }
  return { events, warnings: [...warnings.values()], dead, remember: remembered };
}

interface Memory {
  /** By the items before. */
  readonly before: Readonly<Record<string, unknown>>;
  /** By this one. */
  readonly learned: Record<string, unknown>;
}

function collector(given: Given, events: MappedEvent[], warnings: Map<string, Warning>, { before, learned }: Memory): Collector {
  const { maps, source } = given;
  const warn = (what: string, value: string) => void warnings.set(`${what}\0${value}`, { what, value });
  return {
    given,
    warn,
    add: (...more) => void events.push(...more),
    ticket: (externalId) => `${source}:${externalId}`,
    status(raw, otherwise) {
      const known = lookUp(maps.status, raw) ?? otherwise;
      if (known === undefined) warn('status', raw);
      return known ?? 'open';
    },
    priority(raw, otherwise) {
      const known = lookUp(maps.priority, raw) ?? otherwise;
      if (known === undefined) warn('priority', raw);
      return known;
    },
    user: (id) => (id === null ? id : (lookUp(maps.users, id) ?? ownId(id, source))),
    known: (key) => [learned, before, given.known].find((memory) => Object.hasOwn(memory, key))?.[key],
    remember: (key, value) => void (learned[key] = value),
  };
}

/** Words are compared as they are, and otherwise without regard to case. What an object inherits is no word. */
export function lookUp<T>(words: Readonly<Record<string, T>>, raw: string): T | undefined {
  if (Object.hasOwn(words, raw)) return words[raw];
  const folded = raw.trim().toLowerCase();
  return Object.entries(words).find(([word]) => word.trim().toLowerCase() === folded)?.[1];
}

/** The id of an event that has none over there: a digest of what makes it this one and no other. */
export const digestId = (...parts: readonly (string | number | null | undefined)[]): string => eventId('', ...parts);

/** Left out where there is nothing. */
export const given = <K extends string, V>(key: K, value: V | undefined | null): { [P in K]?: V } =>
  (value === undefined || value === null ? {} : { [key]: value }) as { [P in K]?: V };
