/** Tells a subscriber what happened, signed, and as badly as the test wants: late ones first, some twice, some never. */
import { createHmac } from 'node:crypto';
import { iso } from './answers.ts';
import type { Audit } from './history.ts';
import { createRandom } from './random.ts';

export interface Subscriber {
  readonly url: string;
  readonly secret: string;
  /** `event` for subscriptions, or what a trigger's own body says of a ticket. */
  readonly form: 'event' | ((ticket: number) => unknown);
  /** Shares of the deliveries, from 0 to 1. */
  readonly lost?: number;
  readonly doubled?: number;
  readonly shuffled?: boolean;
}

export interface Delivery {
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
}

const EVENT_OF: Readonly<Record<string, string>> = {
  status: 'status_changed',
  customStatus: 'custom_status_changed',
  priority: 'priority_changed',
  assignee: 'agent_assignment_changed',
  group: 'group_assignment_changed',
  tags: 'tags_changed',
  subject: 'subject_changed',
  requester: 'requester_changed',
  organization: 'organization_changed',
  reason: 'custom_field_changed',
  product: 'custom_field_changed',
  type: 'type_changed',
};

/** Everything that one audit is told of. Ids are text here, and statuses are shouted, as theirs are. */
function bodiesOf(audit: Audit, form: Subscriber['form']): unknown[] {
  if (form !== 'event') return [form(audit.ticket)];
  const { step, changes, isFirst, ticket, id } = audit;
  const names = isFirst ? ['created'] : [...(step.comment ? ['comment_added'] : []), ...changes.map(({ field }) => EVENT_OF[field]!)];
  if (step.merge && 'into' in step.merge) names.push('merged');
  if (step.set?.status === 'deleted') names.push('soft_deleted');
  return names.map((name, position) => ({
    type: `zen:event-type:ticket.${name}`,
    account_id: 12_345,
    id: `${id}-${position}`,
    time: iso(step.at),
    zendesk_event_version: '2022-11-06',
    subject: `zen:ticket:${ticket}`,
    detail: {
      id: String(ticket),
      actor_id: String(step.by),
      status: (step.set?.status ?? 'open').toUpperCase(),
      via: { channel: step.via },
    },
    event: { meta: { sequence: { id: String(id), position: position + 1 } } },
  }));
}

export function createPost(seed: number) {
  const random = createRandom(seed, 4);
  let sent = 0;

  function signed(body: string, { secret }: Subscriber, now: number): Delivery {
    sent += 1;
    const timestamp = new Date(now).toISOString();
    return {
      body,
      headers: {
        'content-type': 'application/json',
        'user-agent': 'Zendesk Webhook',
        'x-zendesk-webhook-id': '01FAKE',
        'x-zendesk-webhook-invocation-id': `01FAKE${sent}`,
        'x-zendesk-webhook-signature-timestamp': timestamp,
        'x-zendesk-webhook-signature': createHmac('sha256', secret)
          .update(timestamp + body)
          .digest('base64'),
      },
    };
  }

  return {
    /** Sends them one after another, and gives how many arrived. A retry has the invocation id of the first try. */
    async send(subscriber: Subscriber, audits: readonly Audit[], now: number): Promise<number> {
      const { lost = 0, doubled = 0, shuffled = false, url } = subscriber;
      const deliveries = audits
        .flatMap((audit) => bodiesOf(audit, subscriber.form))
        .filter(() => !random.chance(lost))
        .map((body) => signed(JSON.stringify(body), subscriber, now))
        .flatMap((delivery) => (random.chance(doubled) ? [delivery, delivery] : [delivery]));
      if (shuffled) deliveries.sort(() => random.next() - 0.5);
      let arrived = 0;
      for (const { body, headers } of deliveries) {
        const answer = await fetch(url, { method: 'POST', body, headers }).catch(() => undefined);
        await answer?.arrayBuffer();
        if (answer?.ok) arrived += 1;
      }
      return arrived;
    },
  };
}
