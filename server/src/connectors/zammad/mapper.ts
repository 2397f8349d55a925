/**
 * Zammad to events; pure. Its webhooks say what a ticket is now and not what happened, and only where a trigger fires: what lies between two
 * of them is made out of the difference. A merged ticket does not say into which: it is closed here, with `merged` as its raw status.
 */
import type { Actor, Channel, Priority, Status } from '@watchdesk/domain/event';
import type { Given, Mapped } from '../connector.ts';
import { type Collector, given as some, mapEach, Unreadable } from '../payload/collect.ts';
import { type Delivery, delivery } from '../payload/delivery.ts';
import { instantOf } from '../payload/instant.ts';
import { agentEvents, customerEvents, organisationEvents, teamEvents } from '../payload/people.ts';
import { plainText } from '../payload/plain-text.ts';
import { addSnapshot, MESSAGE_SEQ, snapshotKey } from '../payload/snapshot.ts';
import { type ZammadEvent, zammadEvent } from './api-types.ts';

export const STATUSES: Readonly<Record<string, Status>> = {
  new: 'new',
  open: 'open',
  'pending reminder': 'pending',
  'pending close': 'pending',
  closed: 'resolved',
  merged: 'closed',
};
export const PRIORITIES: Readonly<Record<string, Priority>> = { '1 low': 'P4', '2 normal': 'P3', '3 high': 'P2' };
const CHANNELS: Readonly<Record<string, Channel>> = {
  email: 'email',
  phone: 'phone',
  web: 'portal',
  chat: 'chat',
  sms: 'sms',
  note: 'other',
  'twitter status': 'social',
  'twitter direct-message': 'social',
  'facebook feed post': 'social',
  'facebook feed comment': 'social',
  'telegram personal-message': 'social',
  'whatsapp message': 'social',
};
/** The owner of what nobody owns is the user 1. */
const NOBODY = '1';

export const zammadNeeds = (items: readonly unknown[]): string[] =>
  items.flatMap((item) => {
    const read = delivery(zammadEvent).safeParse(item);
    return read.success ? [snapshotKey(read.data.body.ticket.id)] : [];
  });

export const mapZammad = (items: readonly unknown[], given: Given): Mapped => mapEach(items, given, delivery(zammadEvent), mapTicket);

function mapTicket({ body }: Delivery<ZammadEvent>, to: Collector): void {
  const { ticket, article } = body;
  const [createdAt, at] = [moment('ticket.created_at', ticket.created_at), moment('ticket.updated_at', ticket.updated_at)];
  addPeople(ticket, at, to);
  const owner = ticket.owner_id ?? ticket.owner?.id;
  const requester = ticket.customer_id ?? ticket.customer?.id;
  addSnapshot(
    {
      id: ticket.id,
      createdAt,
      at,
      ...(ticket.state && { status: to.status(ticket.state), rawStatus: ticket.state }),
      attributes: {
        subject: ticket.title?.slice(0, 500) ?? undefined,
        requester,
        organisation: ticket.organization_id ?? ticket.organization?.id,
        priority: ticket.priority ? to.priority(ticket.priority) : undefined,
        team: ticket.group_id ?? ticket.group?.id,
        assignee: owner === undefined ? undefined : owner === null || owner === NOBODY ? null : to.user(owner),
      },
      tags: ticket.tags ?? undefined,
      creation: { channel: CHANNELS[ticket.create_article_type ?? ''] ?? 'other' },
      createdBy: ticket.create_article_sender === 'Agent' ? { kind: 'agent' } : undefined,
    },
    to,
  );
  if (article) addArticle(article, ticket.id, to);
}

function addPeople({ customer, owner, group, organization }: ZammadEvent['ticket'], at: number, to: Collector): void {
  const nameOf = (person: { firstname?: string | null | undefined; lastname?: string | null | undefined }) =>
    [person.firstname, person.lastname].filter((part) => part && part !== '-').join(' ');
  if (customer)
    to.add(
      ...customerEvents({ id: customer.id, name: nameOf(customer), email: customer.email, organisation: customer.organization_id }, at),
    );
  if (owner && owner.id !== NOBODY) to.add(...agentEvents({ id: to.user(owner.id), name: nameOf(owner) }, at));
  if (group) to.add(...teamEvents(group, at));
  if (organization) to.add(...organisationEvents(organization, at));
}

function addArticle(article: NonNullable<ZammadEvent['article']>, ticket: string, to: Collector): void {
  const text = article.body && (article.content_type === 'text/html' ? plainText(article.body) : article.body);
  to.add({
    id: `article:${article.id}`,
    at: moment('article.created_at', article.created_at),
    seq: MESSAGE_SEQ,
    ticket: to.ticket(ticket),
    actor: authorOf(article, to),
    type: 'ticket.message',
    data: {
      messageId: article.id,
      visibility: article.internal ? 'internal' : 'public',
      ...some('text', text || undefined),
      ...some('attachments', article.attachments?.length || undefined),
    },
  });
}

/** What an agent writes down of a customer's call is the customer's word: `sender` says whose it is, `origin_by_id` who that was. */
function authorOf({ sender, origin_by_id: origin, created_by_id: creator }: NonNullable<ZammadEvent['article']>, to: Collector): Actor {
  const id = origin ?? creator;
  if (sender === 'Customer') return { kind: 'customer', ...some('id', id) };
  if (sender === 'Agent') return { kind: 'agent', ...some('id', id && to.user(id)) };
  if (sender === 'System') return { kind: 'system' };
  throw new Unreadable('article.sender', 'must be Customer, Agent or System');
}

function moment(field: string, text: string): number {
  const at = instantOf(text);
  if (at === undefined) throw new Unreadable(field, 'must be a time');
  return at;
}
