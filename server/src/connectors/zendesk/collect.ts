/** What a mapper gathers while it reads: events, words that no map knows, and items that could not be read. */
import type { Actor, EventType, SupportTier } from '@watchdesk/domain/event';
import type { Given, Mapped, MappedEvent } from '../connector.ts';
import { type Reading, readAs } from './read-audit.ts';
import type { z } from 'zod';

export interface Collected {
  readonly given: Given;
  /** The id here of an id over there: two help desks may both have a 42. */
  own(id: string): string;
  agent(id: string): string;
  add(event: MappedEvent): void;
  warn(what: 'status' | 'priority' | 'customFields' | 'users', value: string): void;
  bury(item: unknown, fault: { readonly field: string; readonly reason: string }): void;
  remember(key: string, value: unknown): void;
  mapped(): Mapped;
}

export function collect(given: Given): Collected {
  // The same event can be told twice within a page: two merges of one audit, the second that two pages share.
  const events = new Map<string, MappedEvent>();
  const warnings = new Map<string, { what: string; value: string }>();
  const dead: Mapped['dead'][number][] = [];
  const remembered: Record<string, unknown> = {};
  const own = (id: string) => `${given.source}:${id}`;
  return {
    given,
    own,
    agent: (id) => given.maps.users[id] ?? own(id),
    add: (event) => void (events.has(event.id) || events.set(event.id, event)),
    warn: (what, value) => void warnings.set(`${what} ${value}`, { what, value }),
    bury: (item, { field, reason }) => void dead.push({ item, field, reason }),
    remember: (key, value) => void (remembered[key] = value),
    mapped: () => ({ events: [...events.values()], warnings: [...warnings.values()], dead, remember: remembered }),
  };
}

/** Each item as the shape has it; those that do not fit are buried. */
export function* readAll<T extends z.ZodType>(shape: T, items: readonly unknown[], into: Collected): Generator<z.output<T>> {
  for (const item of items) {
    const read: Reading<z.output<T>> = readAs(shape, item);
    if (read.ok) yield read.value;
    else into.bury(item, read);
  }
}

export interface EventAbout {
  readonly id: string;
  readonly at: string;
  readonly seq?: number;
  readonly actor: Actor;
}

export const eventOf = (about: EventAbout, type: EventType, data: unknown, ticket?: string): MappedEvent => ({
  ...about,
  ...(ticket !== undefined && { ticket }),
  type,
  data,
});

export const SYSTEM: Actor = { kind: 'system' };
export const isTier = (value: string): value is SupportTier => /^L[0-3]$/.test(value);
