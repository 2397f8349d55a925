/** What Intercom notifies of conversations (developers.intercom.com, Webhooks; conversations as of API 2.14), as far as it is read here. Times are in seconds. */
import { z } from 'zod';
import { idText } from '../payload/delivery.ts';

const author = z.object({ type: z.string(), id: idText.nullish(), name: z.string().nullish(), email: z.string().nullish() });
const tag = z.object({ name: z.string() });

const part = z.object({
  id: idText,
  part_type: z.string(),
  body: z.string().nullish(),
  created_at: z.number(),
  author: author.nullish(),
  assigned_to: z.object({ type: z.string(), id: idText.nullish() }).nullish(),
  attachments: z.array(z.unknown()).nullish(),
});

const conversation = z.object({
  type: z.literal('conversation'),
  id: idText,
  created_at: z.number().optional(),
  updated_at: z.number().optional(),
  title: z.string().nullish(),
  priority: z.string().nullish(),
  source: z
    .object({
      type: z.string().nullish(),
      id: idText.nullish(),
      subject: z.string().nullish(),
      body: z.string().nullish(),
      author: author.nullish(),
      attachments: z.array(z.unknown()).nullish(),
    })
    .nullish(),
  contacts: z.object({ contacts: z.array(z.object({ id: idText })).nullish() }).nullish(),
  conversation_parts: z.object({ conversation_parts: z.array(part).nullish() }).nullish(),
  conversation_rating: z.object({ rating: z.number().nullish(), remark: z.string().nullish(), created_at: z.number().nullish() }).nullish(),
  tags_added: z.object({ tags: z.array(tag) }).nullish(),
});

/** Tickets beside conversations, contacts, companies, and the `ping` that asks whether anybody listens. */
const other = z.object({ type: z.string().optional() });

export const notification = z.object({
  type: z.literal('notification_event'),
  id: idText.nullish(),
  topic: z.string(),
  created_at: z.number(),
  data: z.object({
    item: z.union([conversation, other.refine(({ type }) => type !== 'conversation', 'must be a conversation with its id')]),
  }),
});
export type Notification = z.infer<typeof notification>;
export type Conversation = z.infer<typeof conversation>;
export type Part = z.infer<typeof part>;
