/** The items of a changelog, each an event: known by the changelog's id and its place in it. */
import type { Actor, Priority, Status } from '@watchdesk/domain/event';
import type { MappedEvent } from '../connector.ts';
import { type Collector, given as some, lookUp } from '../payload/collect.ts';
import type { Change, Issue, JiraEvent } from './api-types.ts';

export const PRIORITIES: Readonly<Record<string, Priority>> = { highest: 'P1', high: 'P2', medium: 'P3', low: 'P4', lowest: 'P5' };

interface Base {
  readonly at: number;
  readonly ticket: string;
  readonly actor: Actor;
}

export function changesOf(
  { id, items }: NonNullable<JiraEvent['changelog']>,
  issue: Issue,
  base: Base,
  to: Collector,
  statusOf: (change: Change) => Status,
): MappedEvent[] {
  return items.flatMap((change, index) => {
    const said = changeOf(change, issue, to, statusOf);
    if (!said) return [];
    const ticket = said.ticket ?? base.ticket;
    return [{ ...base, ticket, id: `change:${id}:${index}`, seq: said.seq ?? 1 + index, type: said.type, data: said.data }];
  });
}

interface Said {
  readonly type: MappedEvent['type'];
  readonly data: object;
  readonly seq?: number;
  readonly ticket?: string;
}

function changeOf(change: Change, issue: Issue, to: Collector, statusOf: (change: Change) => Status): Said | undefined {
  const name = textOf(change.toString);
  switch (change.field.toLowerCase()) {
    case 'status':
      return {
        type: 'status.changed',
        seq: 64,
        data: { to: statusOf(change), ...some('rawTo', name), ...some('reason', issue.fields?.resolution?.name) },
      };
    case 'priority': {
      const priority = name === undefined ? undefined : to.priority(name);
      return priority && { type: 'priority.changed', data: { to: priority } };
    }
    case 'assignee':
      return { type: 'assignee.changed', data: { to: change.to ? to.user(change.to) : null } };
    case 'reporter':
      return { type: 'requester.changed', data: { to: change.to ?? null } };
    case 'summary':
      return { type: 'subject.changed', data: { to: (name ?? '').slice(0, 500) } };
    case 'issuetype':
      return { type: 'category.changed', data: { to: name ?? null } };
    case 'labels':
      return tagsOf(textOf(change.fromString), name);
    case 'key':
      // Told of the new key; the old one is the ticket that is no more.
      return change.fromString && name
        ? { type: 'ticket.merged', ticket: to.ticket(change.fromString), data: { into: to.ticket(name) } }
        : undefined;
    case 'link':
      return linkOf(change, issue, to);
    default:
      return customFieldOf(change, name, to);
  }
}

function tagsOf(from: string | undefined, until: string | undefined): Said | undefined {
  const words = (text: string | undefined) => (text ?? '').split(/\s+/).filter((word) => word !== '');
  const [then, now] = [words(from), words(until)];
  const [added, removed] = [now.filter((word) => !then.includes(word)), then.filter((word) => !now.includes(word))];
  return added.length + removed.length > 0 ? { type: 'tag.changed', data: { added, removed } } : undefined;
}

/** A duplicate that is resolved as one is merged; before that it is linked. */
function linkOf({ to: target, from, toString: text, fromString }: Change, issue: Issue, to: Collector): Said | undefined {
  const isDuplicate = (textOf(text) ?? textOf(fromString) ?? '').startsWith('This issue duplicates ');
  if (!isDuplicate) return undefined;
  if (target && issue.fields?.resolution?.name === 'Duplicate') return { type: 'ticket.merged', data: { into: to.ticket(target) } };
  if (target) return { type: 'ticket.linked', data: { to: to.ticket(target), kind: 'duplicate' } };
  return from ? { type: 'ticket.unlinked', data: { to: to.ticket(from), kind: 'duplicate' } } : undefined;
}

/** Those that the connection's map names, by their id or name. */
function customFieldOf({ field, fieldId }: Change, value: string | undefined, to: Collector): Said | undefined {
  const { customFields } = to.given.maps;
  const name = (fieldId === undefined ? undefined : lookUp(customFields, fieldId)) ?? lookUp(customFields, field);
  if (name === undefined) return undefined;
  if (name === 'category' || name === 'product' || name === 'language' || name === 'serviceSite')
    return { type: `${name}.changed`, data: { to: value ?? null } };
  return { type: 'customField.changed', data: { name, to: value?.slice(0, 500) ?? null } };
}

const textOf = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);
