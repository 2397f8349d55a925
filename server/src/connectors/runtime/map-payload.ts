/** From a payload to events: what it holds, and what the connector's mapper makes of it. An item that breaks the mapper is a dead letter, not the end. */
import type { Connector, Given, Items, Mapped, MappedEvent, Maps } from '../connector.ts';
import type { Payload } from './raw-payloads.ts';

export interface Read {
  readonly lists: readonly Items[];
  /** Tickets to be pulled. */
  readonly hints: readonly string[];
}

export interface Dead {
  readonly stream: string | null;
  readonly item: unknown;
  readonly field: string;
  readonly reason: string;
}

/** Throws where a webhook's body is not what it should be. */
export function readPayload(connector: Connector, { kind, stream, request, body, receivedAt }: Payload): Read {
  if (kind !== 'webhook') return { lists: [{ stream: stream!, items: JSON.parse(body.toString()) as unknown[] }], hints: [] };
  const { hints, items = [] } = connector.webhook!.read({ ...request!, body, receivedAt: receivedAt.getTime() });
  return { lists: items, hints };
}

export const keysOf = (connector: Connector, lists: readonly Items[], maps: Maps): string[] =>
  lists.flatMap(({ stream, items }) => connector.needs?.(stream, items, maps) ?? []);

export interface MappedLists extends Pick<Mapped, 'events' | 'warnings'> {
  readonly dead: readonly Dead[];
  readonly remember: Readonly<Record<string, unknown>>;
  /** The events that are made from two states, by their ids: each with the key of the state that it tells of. */
  readonly states: ReadonlyMap<string, string>;
}

export function mapLists(connector: Connector, lists: readonly Items[], given: Given): MappedLists {
  const events: MappedEvent[] = [];
  const warnings: Mapped['warnings'][number][] = [];
  const dead: Dead[] = [];
  const remembered: Record<string, unknown> = {};
  const states = new Map<string, string>();
  const take = (stream: string, mapped: Mapped) => {
    // What is no part of an event stays here.
    for (const { raw, ...event } of mapped.events) {
      events.push(event);
      if (raw?.state !== undefined) states.set(event.id, raw.state);
    }
    warnings.push(...mapped.warnings);
    dead.push(...mapped.dead.map((one) => ({ stream, ...one })));
    Object.assign(remembered, mapped.remember);
  };
  for (const { stream, items } of lists) {
    const told = () => ({ ...given, known: { ...given.known, ...remembered } });
    const whole = tried(() => connector.map(stream, items, told()));
    if (whole) {
      take(stream, whole);
      continue;
    }
    for (const item of items) {
      const one = tried(() => connector.map(stream, [item], told()));
      if (one) take(stream, one);
      else dead.push({ stream, item, field: '', reason: 'could not be read' });
    }
  }
  return { events, warnings, dead, remember: remembered, states };
}

/** What is to be remembered where these events were turned away: not the states that they told of, so that they are told when they come again. */
export function learnedWithout(refused: ReadonlySet<string>, { remember, states }: MappedLists): MappedLists['remember'] {
  const untold = new Set([...refused].flatMap((id) => states.get(id) ?? []));
  return untold.size === 0 ? remember : Object.fromEntries(Object.entries(remember).filter(([key]) => !untold.has(key)));
}

function tried(map: () => Mapped): Mapped | undefined {
  try {
    return map();
  } catch {
    return undefined;
  }
}
