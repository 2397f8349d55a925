/**
 * Webhooks: hints, in whatever order and as often as they come. Both forms say which ticket something happened to, and its audits say the
 * rest, so that a webhook and the pull give the same events.
 */
import { z } from 'zod';
import type { Webhook } from '../connector.ts';
import { SCHEMES, verify } from '../signatures/index.ts';

/** A subscription to events. The subject names what it is about: tickets here, people and organisations come with the pull. */
const envelope = z.looseObject({
  type: z.string().startsWith('zen:event-type:'),
  subject: z.string(),
  event: z.looseObject({ target_ticket_id: z.union([z.string(), z.int()]).nullish() }).nullish(),
});

/** What a trigger or an automation is to send; `{{…}}` are Zendesk's own placeholders. docs/zendesk.md shows it. */
const TRIGGER_BODY = {
  watchdesk: 'ticket',
  ticket_id: '{{ticket.id}}',
  updated_at: '{{ticket.updated_at_with_timestamp}}',
} as const;
const triggered = z.looseObject({ watchdesk: z.literal('ticket'), ticket_id: z.union([z.string().regex(/^\d+$/), z.int()]) });

/** Throws where it is neither form. */
function ticketsOf(body: Buffer): string[] {
  const told: unknown = JSON.parse(body.toString('utf8'));
  const byTrigger = triggered.safeParse(told);
  if (byTrigger.success) return [String(byTrigger.data.ticket_id)];
  const { subject, event } = envelope.parse(told);
  const [, ticket] = /^zen:ticket:(\d+)$/.exec(subject) ?? [];
  // The other ticket of a merge tells of it, too.
  return [ticket, event?.target_ticket_id].flatMap((id) => (id === undefined || id === null || id === '' ? [] : [String(id)]));
}

export const webhook: Webhook = {
  triggerBody: TRIGGER_BODY,
  verify: (request, secrets) => verify(SCHEMES.zendesk, request, secrets),
  read: ({ body }) => ({ hints: ticketsOf(body) }),
};
