/** What is true of the account, worked out from its steps and from nothing that was served: what tests compare with. */
import type { Account } from './account.ts';
import type { History, Told } from './history.ts';

export interface TicketTruth {
  readonly ticket: number;
  readonly createdAt: number;
  readonly status: string;
  readonly priority: string | null;
  readonly assignee: number | null;
  readonly group: number | null;
  readonly requester: number;
  readonly organization: number | null;
  readonly subject: string;
  readonly tags: readonly string[];
  readonly isDeleted: boolean;
  readonly mergedInto: number | null;
  readonly messages: { readonly customer: number; readonly agent: number; readonly internal: number; readonly other: number };
  /** In order: what a reader of the ticket would see happen. `at` is in seconds. */
  readonly timeline: readonly { readonly at: number; readonly what: string }[];
}

export function truthOf({ account, tell }: History, ticket: number, until: number): TicketTruth | undefined {
  const told = tell(ticket, until);
  if (!told) return undefined;
  const { fields, createdAt } = told;
  const into = told.audits.flatMap(({ step }) => (step.merge && 'into' in step.merge ? [step.merge.into] : []));
  // Theirs is told on the ticket that stays.
  const isMerged = into.length > 0 && tell(into[0]!, until) !== undefined;
  return {
    ticket,
    createdAt,
    status: fields.status,
    priority: fields.priority,
    assignee: fields.assignee,
    group: fields.group,
    requester: fields.requester,
    organization: fields.organization,
    subject: fields.subject,
    tags: fields.tags,
    isDeleted: fields.status === 'deleted',
    mergedInto: isMerged ? into[0]! : null,
    messages: messagesOf(account, told),
    timeline: told.audits.flatMap(({ step, changes, isFirst }) => [
      ...(isFirst ? [{ at: step.at, what: 'created' }] : []),
      ...(step.comment ? [{ at: step.at, what: step.comment.public ? 'comment' : 'note' }] : []),
      ...changes.flatMap(({ field, value }) => (isFirst ? [] : [{ at: step.at, what: `${field}=${String(value)}` }])),
    ]),
  };
}

/** Merging writes its own comments, which are no answers to anybody. */
function messagesOf(account: Account, { audits }: Told) {
  const counts = { customer: 0, agent: 0, internal: 0, other: 0 };
  for (const { step } of audits) {
    if (!step.comment) continue;
    if (!step.comment.public) counts.internal += 1;
    else if (step.merge || !(account.isAgent(step.by) || account.isCustomer(step.by))) counts.other += 1;
    else counts[account.isAgent(step.by) ? 'agent' : 'customer'] += 1;
  }
  return counts;
}
