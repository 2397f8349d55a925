/**
 * Any system by webhook. How it signs is in the connection's options; what its payloads mean is a mapping document among the connection's
 * maps, so that it has versions, and history can be mapped again by another. Until there is one, what comes is kept and waits as dead letters.
 */
import type { Json } from '@hyperjump/json-pointer';
import { z } from 'zod';
import { byWebhook } from '../payload/by-webhook.ts';
import { snapshotKey } from '../payload/snapshot.ts';
import { schemeOf, senderCheck } from './check.ts';
import { mapPayloads, partsOf } from './map-payloads.ts';
import type { SnapshotMapping } from './mapping.ts';
import { readText } from './values.ts';

const options = z.strictObject({ check: senderCheck.describe('How the sender shows who it is') });
type Options = z.infer<typeof options>;

export const webhookConnector = byWebhook<Options>({
  system: 'webhook',
  label: 'Any system by webhook',
  options,
  scheme: ({ check }) => schemeOf(check),
  itemsOf: (body) => [body],
  needs: (items, { payloads: mapping }) => {
    if (mapping?.form !== 'snapshot') return [];
    return partsOf(mapping, items).parts.flatMap((payload) => {
      const id = ticketIn(mapping, payload as Json);
      return id ? [snapshotKey(id)] : [];
    });
  },
  map: (items, given) => {
    if (given.maps.payloads) return mapPayloads(given.maps.payloads, items, given);
    const dead = items.map((item) => ({ item, field: 'mapping', reason: 'is needed: say what the payloads of this connection mean' }));
    return { events: [], warnings: [], dead };
  },
});

/** What has no ticket is no matter here: the mapper says what is wrong with it. */
function ticketIn({ ticket }: SnapshotMapping, payload: Json): string | undefined {
  try {
    return readText(ticket, { payload })?.trim();
  } catch {
    return undefined;
  }
}
