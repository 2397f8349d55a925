/** What GitHub sends of issues and their comments (docs.github.com, Webhook events and payloads), as far as it is read here. */
import { z } from 'zod';

const user = z.object({ id: z.number(), login: z.string(), type: z.string().optional() });
const label = z.object({ name: z.string() });

export const issueEvent = z.object({
  action: z.string(),
  issue: z.object({
    id: z.number(),
    number: z.number(),
    title: z.string(),
    body: z.string().nullish(),
    html_url: z.string().optional(),
    user,
    author_association: z.string().optional(),
    labels: z.array(label).default([]),
    assignee: user.nullish(),
    state: z.string().optional(),
    state_reason: z.string().nullish(),
    created_at: z.string(),
    updated_at: z.string(),
    closed_at: z.string().nullish(),
    /** There where the issue is a pull request. */
    pull_request: z.unknown().optional(),
  }),
  repository: z.object({ full_name: z.string() }),
  sender: user.optional(),
  label: label.optional(),
  assignee: user.nullish(),
  comment: z
    .object({
      id: z.number(),
      body: z.string().nullish(),
      user,
      author_association: z.string().optional(),
      created_at: z.string(),
      updated_at: z.string(),
    })
    .optional(),
  changes: z
    .object({
      title: z.object({ from: z.string() }).optional(),
      new_issue: z.object({ number: z.number() }).nullish(),
      new_repository: z.object({ full_name: z.string() }).nullish(),
    })
    .optional(),
});
export type IssueEvent = z.infer<typeof issueEvent>;
