/**
 * Jira's webhooks to events; pure. A ticket is known by its key, as people know it; an issue that moves into another project gets another key,
 * and is merged into it here. A status without an entry in the connection's map is read by its category, where the payload has it.
 */
import type { Actor, Status } from '@watchdesk/domain/event';
import type { Given, Mapped, MappedEvent } from '../connector.ts';
import { type Collector, given as some, lookUp, mapEach, Unreadable } from '../payload/collect.ts';
import { type Delivery, delivery } from '../payload/delivery.ts';
import { instantOf } from '../payload/instant.ts';
import { agentEvents, customerEvents } from '../payload/people.ts';
import { MESSAGE_SEQ } from '../payload/snapshot.ts';
import { type Change, type Issue, type JiraEvent, jiraEvent } from './api-types.ts';
import { changesOf } from './changes.ts';
import { documentText } from './document-text.ts';

const CATEGORIES: Readonly<Record<string, Status>> = { new: 'new', indeterminate: 'open', done: 'resolved' };
export const STATUSES: Readonly<Record<string, Status>> = {
  'waiting for support': 'open',
  'waiting for customer': 'pending',
  pending: 'pending',
  escalated: 'open',
  closed: 'closed',
};

export const mapJira = (items: readonly unknown[], given: Given): Mapped =>
  mapEach(items, given, delivery(jiraEvent), ({ body }: Delivery<JiraEvent>, to) => {
    const { webhookEvent: kind, issue, comment } = body;
    if (!issue) {
      // Boards, sprints and versions have no issue; what is about one must have it.
      if (/issue|comment/.test(kind)) throw new Unreadable('issue', 'is needed');
      return;
    }
    const base = { ticket: to.ticket(issue.key), actor: body.user ? actorOf(body.user, to) : ({ kind: 'system' } as Actor) };
    if (kind === 'jira:issue_created') created(body, issue, to);
    if (kind === 'jira:issue_deleted')
      to.add({ ...base, id: `deleted:${issue.key}:${body.timestamp}`, at: body.timestamp, type: 'ticket.deleted', data: {} });
    if (body.changelog && kind === 'jira:issue_updated')
      to.add(...changesOf(body.changelog, issue, { ...base, at: body.timestamp }, to, (change) => statusOf(change, issue, to)));
    if (comment && kind !== 'comment_updated') addComment(comment, kind === 'comment_deleted', base.ticket, body, to);
  });

function created(body: JiraEvent, issue: Issue, to: Collector): void {
  const fields: Partial<NonNullable<Issue['fields']>> = issue.fields ?? {};
  const at = instantOf(fields.created) ?? body.timestamp;
  const asker = fields.reporter ?? fields.creator ?? body.user;
  if (asker) to.add(...customerEvents({ id: asker.accountId, name: asker.displayName }, at));
  if (fields.assignee) to.add(...agentEvents({ id: to.user(fields.assignee.accountId), name: fields.assignee.displayName }, at));
  const status = fields.status && statusOf({ field: 'status', toString: fields.status.name }, issue, to);
  const data = {
    ...some('subject', fields.summary?.slice(0, 500)),
    channel: 'portal',
    requester: asker?.accountId ?? null,
    ...some('priority', fields.priority ? to.priority(fields.priority.name) : undefined),
    ...some('category', fields.issuetype?.name),
    ...some('assignee', fields.assignee && to.user(fields.assignee.accountId)),
    tags: fields.labels ?? [],
    ...(status && { status, rawStatus: fields.status!.name }),
    ...some('url', issue.self && URL.canParse(issue.self) ? `${new URL(issue.self).origin}/browse/${issue.key}` : undefined),
  };
  const ticket = to.ticket(issue.key);
  const actor: Actor = asker ? { kind: 'customer', id: asker.accountId } : { kind: 'customer' };
  to.add({ id: `created:${issue.key}`, at, ticket, actor, type: 'ticket.created', data });
  const text = documentText(fields.description);
  const messageId = `description:${issue.key}`;
  if (text)
    to.add({ id: messageId, at, seq: MESSAGE_SEQ, ticket, actor, type: 'ticket.message', data: { messageId, visibility: 'public', text } });
}

/** The map of the connection, which begins with the names of service projects; then the category of the present status, if this is it. */
function statusOf({ toString: raw }: Pick<Change, 'field' | 'toString'>, { fields }: Issue, to: Collector): Status {
  const name = String(raw);
  const category = fields?.status?.name === name ? fields.status.statusCategory?.key : undefined;
  return to.status(name, category === undefined ? undefined : lookUp(CATEGORIES, category));
}

function addComment(comment: NonNullable<JiraEvent['comment']>, isDeleted: boolean, ticket: string, body: JiraEvent, to: Collector): void {
  if (isDeleted)
    return to.add({
      id: `comment-deleted:${comment.id}`,
      at: body.timestamp,
      ticket,
      actor: body.user ? actorOf(body.user, to) : { kind: 'system' },
      type: 'message.redacted',
      data: { messageId: comment.id },
    });
  const text = documentText(comment.body);
  const at = instantOf(comment.created);
  if (at === undefined) throw new Unreadable('comment.created', 'must be a time');
  const author = comment.author ? actorOf(comment.author, to) : ({ kind: 'system' } as Actor);
  // Outside service projects comments are among those who work there.
  const data = {
    messageId: comment.id,
    visibility: comment.jsdPublic ? 'public' : 'internal',
    ...some('text', text || undefined),
  } as const;
  const people: MappedEvent[] =
    comment.author && author.kind === 'customer'
      ? customerEvents({ id: comment.author.accountId, name: comment.author.displayName }, at)
      : comment.author && author.kind === 'agent'
        ? agentEvents({ id: author.id!, name: comment.author.displayName }, at)
        : [];
  to.add(...people, { id: `comment:${comment.id}`, at, seq: MESSAGE_SEQ, ticket, actor: author, type: 'ticket.message', data });
}

/** Accounts of the portal are customers, apps are programs, and everybody else has a licence to work there. */
function actorOf({ accountId, accountType }: { accountId: string; accountType?: string | undefined }, to: Collector): Actor {
  if (accountType === 'customer') return { kind: 'customer', id: accountId };
  if (accountType === 'app') return { kind: 'bot', id: accountId };
  return { kind: 'agent', id: to.user(accountId) };
}
