/** What a webhook of Jira sends of issues (developer.atlassian.com, Webhooks), as far as it is read here. */
import { z } from 'zod';
import { idText } from '../payload/delivery.ts';

const user = z.object({ accountId: z.string(), accountType: z.string().optional(), displayName: z.string().optional() });
const named = z.object({ name: z.string() });

const comment = z.object({
  id: idText,
  /** Text, or a document of the editor. */
  body: z.unknown(),
  author: user.nullish(),
  created: z.string(),
  updated: z.string().optional(),
  /** Only of service projects: whether the customer sees it. */
  jsdPublic: z.boolean().optional(),
});

export const jiraEvent = z.object({
  timestamp: z.number(),
  webhookEvent: z.string(),
  user: user.nullish(),
  issue: z
    .object({
      key: z.string(),
      self: z.string().optional(),
      fields: z
        .looseObject({
          summary: z.string().nullish(),
          description: z.unknown(),
          status: named.extend({ statusCategory: z.object({ key: z.string() }).optional() }).nullish(),
          priority: named.nullish(),
          issuetype: named.nullish(),
          resolution: named.nullish(),
          reporter: user.nullish(),
          creator: user.nullish(),
          assignee: user.nullish(),
          labels: z.array(z.string()).nullish(),
          created: z.string().nullish(),
        })
        .optional(),
    })
    .optional(),
  changelog: z
    .object({
      id: idText,
      items: z.array(
        z.object({
          field: z.string(),
          fieldId: z.string().optional(),
          from: z.string().nullish(),
          fromString: z.string().nullish(),
          to: z.string().nullish(),
          toString: z.unknown(),
        }),
      ),
    })
    .optional(),
  comment: comment.optional(),
});
export type JiraEvent = z.infer<typeof jiraEvent>;
export type Issue = NonNullable<JiraEvent['issue']>;
export type Change = NonNullable<JiraEvent['changelog']>['items'][number];
