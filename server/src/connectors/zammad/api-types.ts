/** What a webhook of Zammad sends (admin-docs.zammad.org, Webhook payload), as far as it is read here: the ticket as it is, and the article that set it off. */
import { z } from 'zod';
import { idText } from '../payload/delivery.ts';

const person = z.object({
  id: idText,
  firstname: z.string().nullish(),
  lastname: z.string().nullish(),
  email: z.string().nullish(),
  organization_id: idText.nullish(),
});
const named = z.object({ id: idText, name: z.string().nullish() });
/** Objects in the payload of triggers, names where a custom payload says so. */
const word = z.union([z.string(), z.object({ name: z.string() }).transform(({ name }) => name)]);

export const zammadEvent = z.object({
  ticket: z.object({
    id: idText,
    number: z.string().nullish(),
    title: z.string().nullish(),
    state: word.nullish(),
    priority: word.nullish(),
    group: named.nullish().catch(null),
    group_id: idText.nullish(),
    owner: person.nullish().catch(null),
    owner_id: idText.nullish(),
    customer: person.nullish().catch(null),
    customer_id: idText.nullish(),
    organization: named.nullish().catch(null),
    organization_id: idText.nullish(),
    create_article_type: z.string().nullish(),
    create_article_sender: z.string().nullish(),
    tags: z.array(z.string()).nullish(),
    created_at: z.string(),
    updated_at: z.string(),
  }),
  article: z
    .object({
      id: idText,
      body: z.string().nullish(),
      content_type: z.string().nullish(),
      sender: z.string(),
      internal: z.boolean(),
      attachments: z.array(z.unknown()).nullish(),
      origin_by_id: idText.nullish(),
      created_by_id: idText.nullish(),
      created_at: z.string(),
    })
    .nullish()
    // A trigger without an article says {}.
    .or(z.strictObject({}).transform(() => null)),
});
export type ZammadEvent = z.infer<typeof zammadEvent>;
