/** What a mapping makes of sample payloads, before it is kept: the events as the door would take them, and what would be refused and why. */
import type { Given, Mapped } from '../connector.ts';
import { mapPayloads } from './map-payloads.ts';
import type { WebhookMapping } from './mapping.ts';

/** The samples are taken one after the other, so that of snapshots the second shows what changed since the first. */
export function previewMapping(mapping: WebhookMapping, samples: readonly unknown[], given: Omit<Given, 'known'>): Mapped {
  return mapPayloads(mapping, samples, { ...given, known: {} });
}
