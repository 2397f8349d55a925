/** What Chatwoot sends (its event data presenters; developers.chatwoot.com, Webhooks), as far as it is read here. */
import { z } from 'zod';
import { idText } from '../payload/delivery.ts';

const moment = z.union([z.string(), z.number()]).nullish();
const person = z.object({ id: idText, name: z.string().nullish(), email: z.string().nullish(), type: z.string().nullish() });

const change = z.object({ previous_value: z.unknown(), current_value: z.unknown() });
/** An array of objects of one key each; older releases and some proxies send one object. */
const changes = z
  .union([z.array(z.record(z.string(), change)), z.record(z.string(), change)])
  .transform((given): Record<string, z.infer<typeof change>> => (Array.isArray(given) ? Object.assign({}, ...given) : given));

const conversation = z.object({
  id: idText,
  status: z.string().nullish(),
  priority: z.string().nullish(),
  labels: z.array(z.string()).nullish(),
  channel: z.string().nullish(),
  additional_attributes: z.object({ mail_subject: z.string().nullish() }).nullish(),
  meta: z
    .object({ sender: person.nullish(), assignee: person.nullish(), team: z.object({ id: idText, name: z.string().nullish() }).nullish() })
    .nullish(),
  created_at: moment,
  updated_at: moment,
});

const conversationEvent = conversation.extend({
  event: z.enum(['conversation_created', 'conversation_status_changed', 'conversation_updated']),
  changed_attributes: changes.nullish(),
});
const messageEvent = z.object({
  event: z.enum(['message_created', 'message_updated']),
  id: idText,
  content: z.string().nullish(),
  content_type: z.string().nullish(),
  content_attributes: z
    .object({
      deleted: z.boolean().nullish(),
      submitted_values: z
        .object({ csat_survey_response: z.object({ rating: z.number(), feedback_message: z.string().nullish() }).nullish() })
        .nullish()
        // Forms of other kinds give a list here.
        .catch(null),
    })
    .nullish(),
  /** Numbers in its API, words in its webhooks. */
  message_type: z.union([z.string(), z.number()]),
  private: z.boolean().nullish(),
  sender: person.nullish(),
  attachments: z.array(z.unknown()).nullish(),
  created_at: moment,
  updated_at: moment,
  conversation,
});
/** What tells nothing of a ticket: contacts, typing, the widget. */
const otherEvent = z.object({ event: z.string() });

export const chatwootEvent = z.union([
  conversationEvent,
  messageEvent,
  otherEvent.refine(({ event }) => !KNOWN.has(event), 'must have the fields of its event'),
]);
const KNOWN = new Set([
  'conversation_created',
  'conversation_status_changed',
  'conversation_updated',
  'message_created',
  'message_updated',
]);

export type ConversationEvent = z.infer<typeof conversationEvent>;
export type MessageEvent = z.infer<typeof messageEvent>;
