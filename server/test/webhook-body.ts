/**
 * What a connector that is heard makes of bodies, by the way a webhook takes; every event must be one that the door would take, with ids that keep to
 * the rule.
 */
import { readEvent } from '@watchdesk/domain/event';
import { expect } from 'vitest';
import type { Connector, Mapped, MappedEvent, Maps } from '../src/connectors/connector.ts';
import { idsWithoutSource } from './people-ids.ts';

/** When bodies are said to come, unless a test says otherwise. */
export const RECEIVED_AT = Date.UTC(2026, 5, 8, 14);

interface Heard extends Mapped {
  /** Type, who, and data of each. */
  readonly told: readonly (readonly [string, string, unknown])[];
}

/** The bodies one after the other, each with what was remembered of those before. */
export function hear(
  connector: Pick<Connector, 'firstMaps' | 'webhook' | 'needs' | 'map'>,
  bodies: readonly unknown[],
  more: { maps?: Partial<Maps>; receivedAt?: number } = {},
): Heard {
  const all = { events: [] as MappedEvent[], warnings: [] as Mapped['warnings'][number][], dead: [] as Mapped['dead'][number][] };
  const known: Record<string, unknown> = {};
  const maps = { ...connector.firstMaps!, ...more.maps };
  bodies.forEach((body, index) => {
    const receivedAt = (more.receivedAt ?? RECEIVED_AT) + index * 60_000;
    const request = { method: 'POST', url: 'https://desk.test/', headers: {}, body: Buffer.from(JSON.stringify(body)), receivedAt };
    for (const { stream, items } of connector.webhook!.read(request).items!) {
      const wanted = new Set(connector.needs?.(stream, items, maps) ?? []);
      const mine = Object.fromEntries(Object.entries(known).filter(([key]) => wanted.has(key)));
      const mapped = connector.map(stream, items, { source: 'desk', maps, known: mine });
      Object.assign(known, mapped.remember);
      all.events.push(...mapped.events);
      all.warnings.push(...mapped.warnings);
      all.dead.push(...mapped.dead);
    }
  });
  for (const { raw: _raw, ...event } of all.events) expect(readEvent(event, 'desk')).toMatchObject({ ok: true });
  expect(idsWithoutSource(all.events, 'desk', maps)).toEqual([]);
  return {
    ...all,
    told: all.events.map(({ type, actor, data }) => [type, `${actor?.kind ?? ''} ${actor?.id ?? ''}`.trim(), data] as const),
  };
}
