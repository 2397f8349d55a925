/**
 * A message as an event of PagerDuty's Events API v2 (CONNECTORS.md section 14). All notices of one thread have one `dedup_key`, so that there is at most one
 * open incident for it: it is triggered, acknowledged and resolved by the same key.
 */
import type { Message } from './message.ts';
import type { NoticeEvent } from './notice.ts';
import { shortened } from './text.ts';

const LONGEST_KEY = 255;
const LONGEST_SUMMARY = 1024;

const ACTION = {
  fired: 'trigger',
  escalated: 'trigger',
  acknowledged: 'acknowledge',
  snoozed: 'acknowledge',
  resolved: 'resolve',
} as const satisfies Record<NoticeEvent, string>;

interface Incident {
  readonly routingKey: string;
  /** Names the thread among all of the installation. */
  readonly dedupKey: string;
  readonly event: NoticeEvent;
  readonly address: string;
}

/** The body of a POST to /v2/enqueue. Throws a RangeError for a key that PagerDuty would cut, as two threads might then be one. */
export function pagerdutyBody(message: Message, { routingKey, dedupKey, event, address }: Incident) {
  if (dedupKey.length > LONGEST_KEY) throw new RangeError(`A dedup_key has at most ${LONGEST_KEY} characters`);
  const { severity, title, what, why, advice, facts, links, at } = message;
  return {
    routing_key: routingKey,
    event_action: ACTION[event],
    dedup_key: dedupKey,
    client: 'Watchdesk',
    client_url: links[0]?.url ?? address,
    links: links.slice(0, 8).map(({ label, url }) => ({ href: url, text: label })),
    payload: {
      summary: shortened(title, LONGEST_SUMMARY),
      source: 'Watchdesk',
      severity,
      timestamp: new Date(at).toISOString(),
      custom_details: {
        what,
        ...(why !== null && { why }),
        ...(advice.length > 0 && { advice }),
        // As a list: names that people gave are no names of fields.
        ...(facts.length > 0 && { facts: facts.map(({ label, value }) => `${label}: ${value}`) }),
      },
    },
  };
}
