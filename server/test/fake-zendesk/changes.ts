/** What is done to the account from outside: by the calls that a command makes. Each becomes a step, and so an audit, like everything else. */
import { CUSTOM_STATUSES } from './account.ts';
import type { Given } from './exports.ts';
import type { History, Told } from './history.ts';
import { type Fields, inStatus, type Priority, type Status } from './plan.ts';
import type { Asked } from './asked.ts';

interface Wanted {
  readonly status?: Status;
  readonly custom_status_id?: number;
  readonly priority?: Priority;
  readonly assignee_id?: number | null;
  readonly group_id?: number | null;
  readonly comment?: { readonly body: string; readonly public?: boolean; readonly author_id?: number };
  readonly metadata?: Readonly<Record<string, unknown>>;
}

const refusal = (field: string, description: string): Given => ({
  status: 422,
  body: { error: 'RecordInvalid', description: 'Record validation errors', details: { [field]: [{ description }] } },
});

/** Undefined where it was done. */
export function changeTicket(history: History, { ticket, fields }: Told, { body, now }: Asked): Given | undefined {
  const wanted = (body as { ticket?: Wanted }).ticket;
  if (!wanted) return { status: 400, body: { error: 'Bad Request' } };
  if (fields.status === 'closed') return refusal('status', 'closed prevents ticket update');
  const { account } = history;
  if (wanted.assignee_id && !account.isAgent(wanted.assignee_id)) return refusal('assignee', 'is invalid');
  if (wanted.group_id && !account.groupIds.includes(wanted.group_id)) return refusal('group', 'is invalid');
  const author = wanted.comment?.author_id;
  if (author !== undefined && !account.isAgent(author)) return refusal('author', 'is invalid');
  if (wanted.status !== undefined && !['new', 'open', 'pending', 'hold', 'solved'].includes(wanted.status))
    return refusal('status', 'is not allowed');
  const customStatus = CUSTOM_STATUSES.find(({ id }) => id === wanted.custom_status_id);
  const set: Partial<Fields> = {
    ...(wanted.status && inStatus(wanted.status)),
    ...(customStatus && inStatus(customStatus.category, customStatus.id)),
    ...(wanted.priority && { priority: wanted.priority }),
    ...(wanted.assignee_id !== undefined && { assignee: wanted.assignee_id }),
    ...(wanted.group_id !== undefined && { group: wanted.group_id }),
  };
  const comment = wanted.comment && {
    comment: { public: wanted.comment.public ?? true, text: wanted.comment.body, ...(author !== undefined && { by: author }) },
  };
  const custom = wanted.metadata && { custom: wanted.metadata };
  history.add(ticket, { at: now, by: account.agentId(0), via: 'api', set, ...comment, ...custom });
  return undefined;
}

/** PUT adds, DELETE takes away. */
export function changeTags(history: History, { ticket, fields }: Told, { method, body, now }: Asked): Given {
  const given = (body as { tags?: readonly string[] } | null)?.tags ?? [];
  const tags = method === 'DELETE' ? fields.tags.filter((tag) => !given.includes(tag)) : [...new Set([...fields.tags, ...given])];
  if (method !== 'GET') history.add(ticket, { at: now, by: history.account.agentId(0), via: 'api', set: { tags } });
  return { status: 200, body: { tags } };
}
