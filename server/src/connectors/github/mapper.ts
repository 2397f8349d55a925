/**
 * GitHub issues to events; pure. GitHub knows open and closed and nothing between: a label that the connection's status map names is a status,
 * one that its priority map names (or `P1`, `priority: high`) a priority, `category: …` a category, and every other one a tag.
 */
import type { Actor, Priority } from '@watchdesk/domain/event';
import type { Given, Mapped, MappedEvent } from '../connector.ts';
import { type Collector, digestId, given as some, lookUp, mapEach, Unreadable } from '../payload/collect.ts';
import { type Delivery, delivery } from '../payload/delivery.ts';
import { instantOf } from '../payload/instant.ts';
import { agentEvents, customerEvents } from '../payload/people.ts';
import { type IssueEvent, issueEvent } from './api-types.ts';

export const PRIORITIES: Readonly<Record<string, Priority>> = {
  p1: 'P1',
  p2: 'P2',
  p3: 'P3',
  p4: 'P4',
  p5: 'P5',
  'priority:critical': 'P1',
  'priority:urgent': 'P1',
  'priority:high': 'P2',
  'priority:medium': 'P3',
  'priority:normal': 'P3',
  'priority:low': 'P4',
};
const WORK_HERE = new Set(['OWNER', 'MEMBER', 'COLLABORATOR']);

export const mapGithub = (items: readonly unknown[], given: Given): Mapped => mapEach(items, given, delivery(issueEvent), mapIssue);

function mapIssue({ body }: Delivery<IssueEvent>, to: Collector): void {
  const { action, issue, comment } = body;
  if (issue.pull_request) return;
  if (comment) return mapComment(body, comment, to);
  const say = (type: MappedEvent['type'], data: object, at = issue.updated_at) => {
    const id = digestId('github', issue.id, action, at, type, JSON.stringify(data));
    to.add({ id, at: moment(at), ticket: ticketOf(body, to), actor: actorOf(body.sender, to), type, data });
  };
  switch (action) {
    case 'opened':
      return opened(body, to);
    case 'closed':
      return say(
        'status.changed',
        { to: 'resolved', rawTo: 'closed', ...some('reason', issue.state_reason) },
        issue.closed_at ?? issue.updated_at,
      );
    case 'reopened':
      return say('status.changed', { to: 'open', rawTo: 'open' });
    case 'labeled':
    case 'unlabeled':
      return labelled(body, action === 'labeled', to, say);
    case 'assigned':
    case 'unassigned': {
      const assignee = action === 'assigned' ? (body.assignee ?? issue.assignee) : issue.assignee;
      if (assignee) to.add(...agentEvents({ id: to.user(String(assignee.id)), name: assignee.login }, moment(issue.updated_at)));
      return say('assignee.changed', { to: assignee ? to.user(String(assignee.id)) : null });
    }
    case 'edited':
      return body.changes?.title ? say('subject.changed', { to: issue.title }) : undefined;
    case 'deleted':
      return say('ticket.deleted', {});
    case 'transferred': {
      const [next, place] = [body.changes?.new_issue, body.changes?.new_repository];
      if (!next || !place) throw new Unreadable('changes.new_issue', 'is needed where an issue is transferred');
      return say('ticket.merged', { into: to.ticket(`${place.full_name}#${next.number}`) });
    }
    default:
      return undefined;
  }
}

function opened(body: IssueEvent, to: Collector): void {
  const { issue } = body;
  const [at, ticket, who] = [moment(issue.created_at), ticketOf(body, to), authorOf(issue, to)];
  const names = issue.labels.map(({ name }) => name);
  const priority = names.map((name) => priorityOf(name, to)).find((one) => one !== undefined);
  const category = names.map(categoryOf).find((one) => one !== undefined);
  const data = {
    subject: issue.title.slice(0, 500),
    requester: String(issue.user.id),
    ...some('priority', priority),
    ...some('category', category),
    tags: names.filter((name) => isTag(name, to)),
    ...some('assignee', issue.assignee && to.user(String(issue.assignee.id))),
    ...some('url', issue.html_url),
  };
  to.add(...customerEvents({ id: String(issue.user.id), name: issue.user.login }, at));
  to.add({ id: `created:${issue.id}`, at, ticket, actor: who, type: 'ticket.created', data });
  if (issue.body)
    to.add({
      id: `body:${issue.id}`,
      at,
      seq: 20,
      ticket,
      actor: who,
      type: 'ticket.message',
      data: { messageId: `body:${issue.id}`, visibility: 'public', text: issue.body },
    });
}

function mapComment(body: IssueEvent, comment: NonNullable<IssueEvent['comment']>, to: Collector): void {
  const base = { ticket: ticketOf(body, to), actor: authorOf(comment, to) };
  const messageId = String(comment.id);
  if (body.action === 'created') {
    const data = { messageId, visibility: 'public', ...some('text', comment.body || undefined) };
    to.add({ ...base, id: `comment:${comment.id}`, at: moment(comment.created_at), type: 'ticket.message', data });
  }
  if (body.action === 'deleted')
    to.add({
      ...base,
      id: `comment-deleted:${comment.id}`,
      at: moment(comment.updated_at),
      actor: actorOf(body.sender, to),
      type: 'message.redacted',
      data: { messageId },
    });
}

function labelled(body: IssueEvent, isAdded: boolean, to: Collector, say: (type: MappedEvent['type'], data: object) => void): void {
  const name = body.label?.name;
  if (name === undefined) throw new Unreadable('label', 'is needed where an issue is labelled');
  const status = lookUp(to.given.maps.status, name);
  // While it is closed, a label changes nothing of that.
  if (status && body.issue.state === 'closed') return;
  if (status) return say('status.changed', { to: isAdded ? status : 'open', rawTo: isAdded ? name : 'open' });
  const [priority, category] = [priorityOf(name, to), categoryOf(name)];
  // A priority that is taken off is usually replaced by another, which comes by itself.
  if (priority) return isAdded ? say('priority.changed', { to: priority }) : undefined;
  if (category)
    return isAdded || !body.issue.labels.some((label) => categoryOf(label.name))
      ? say('category.changed', { to: isAdded ? category : null })
      : undefined;
  return say('tag.changed', isAdded ? { added: [name] } : { removed: [name] });
}

const priorityOf = (label: string, to: Collector): Priority | undefined =>
  lookUp(to.given.maps.priority, label) ?? lookUp(to.given.maps.priority, label.replace(/\s*[:/]\s*/, ':'));
const categoryOf = (label: string): string | undefined => /^category\s*[:/]\s*(\S.*)$/i.exec(label)?.[1]?.trim();
const isTag = (label: string, to: Collector) =>
  priorityOf(label, to) === undefined && categoryOf(label) === undefined && lookUp(to.given.maps.status, label) === undefined;

const ticketOf = ({ repository, issue }: IssueEvent, to: Collector) => to.ticket(`${repository.full_name}#${issue.number}`);

/** Who works on the repository is an agent here; everybody else asks for something. */
function authorOf(
  { user, author_association: relation = '' }: { user: IssueEvent['issue']['user']; author_association?: string | undefined },
  to: Collector,
): Actor {
  const id = String(user.id);
  if (user.type === 'Bot') return { kind: 'bot', id };
  return WORK_HERE.has(relation) ? { kind: 'agent', id: to.user(id) } : { kind: 'customer', id };
}

/** Labels, assignees and states are for those who work there; GitHub does not say more of the sender than whether it is a bot. */
function actorOf(sender: IssueEvent['sender'], to: Collector): Actor {
  if (!sender) return { kind: 'system' };
  const id = String(sender.id);
  return sender.type === 'Bot' ? { kind: 'automation', id } : { kind: 'agent', id: to.user(id) };
}

function moment(text: string): number {
  const at = instantOf(text);
  if (at === undefined) throw new Unreadable('issue.updated_at', 'must be a time');
  return at;
}
