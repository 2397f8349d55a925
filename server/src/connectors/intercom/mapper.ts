/**
 * Intercom's notifications to events; pure. Each brings the conversation with its newest parts, and a part has an id: whatever the topic, the
 * parts are told, and what was told before is known at the door. Its statistics leave out office hours and are not taken.
 */
import type { Actor, Channel, Priority } from '@watchdesk/domain/event';
import type { Given, Mapped, MappedEvent } from '../connector.ts';
import { type Collector, digestId, given as some, mapEach } from '../payload/collect.ts';
import { type Delivery, delivery } from '../payload/delivery.ts';
import { agentEvents, customerEvents } from '../payload/people.ts';
import { plainText } from '../payload/plain-text.ts';
import { MESSAGE_SEQ } from '../payload/snapshot.ts';
import { type Conversation, type Notification, notification, type Part } from './api-types.ts';

export const PRIORITIES: Readonly<Record<string, Priority>> = { priority: 'P2', not_priority: 'P3' };
const CHANNELS: Readonly<Record<string, Channel>> = {
  conversation: 'chat',
  email: 'email',
  phone_call: 'phone',
  sms: 'sms',
  whatsapp: 'social',
  facebook: 'social',
  instagram: 'social',
  twitter: 'social',
};
const CUSTOMERS = new Set(['user', 'lead', 'contact']);
/** Parts after which a conversation is in another state. */
const STATES: Readonly<Record<string, { to: 'open' | 'pending' | 'resolved'; rawTo: string }>> = {
  close: { to: 'resolved', rawTo: 'closed' },
  open: { to: 'open', rawTo: 'open' },
  assign_and_reopen: { to: 'open', rawTo: 'open' },
  snoozed: { to: 'pending', rawTo: 'snoozed' },
  unsnoozed: { to: 'open', rawTo: 'open' },
  assign_and_unsnooze: { to: 'open', rawTo: 'open' },
  timer_unsnooze: { to: 'open', rawTo: 'open' },
};

export const mapIntercom = (items: readonly unknown[], given: Given): Mapped =>
  mapEach(items, given, delivery(notification), ({ body }: Delivery<Notification>, to) => {
    const { item } = body.data;
    if (item.type === 'conversation') mapConversation(body, item as Conversation, to);
  });

function mapConversation(body: Notification, item: Conversation, to: Collector): void {
  const ticket = to.ticket(item.id);
  if (item.source && item.created_at !== undefined) created(item, item.created_at * 1000, to);
  for (const part of item.conversation_parts?.conversation_parts ?? []) addPart(part, item.id, to);
  const say = (type: MappedEvent['type'], data: object, at: number, actor: Actor = { kind: 'system' }) =>
    to.add({ id: digestId('intercom', item.id, body.id, type), at, ticket, actor, type, data });
  const now = (item.updated_at ?? body.created_at) * 1000;
  if (body.topic === 'conversation.priority.updated' && item.priority) {
    const priority = to.priority(item.priority);
    if (priority) say('priority.changed', { to: priority }, now);
  }
  if (body.topic.endsWith('tag.created') && item.tags_added)
    say('tag.changed', { added: item.tags_added.tags.map(({ name }) => name) }, now);
  if (body.topic === 'conversation.deleted') say('ticket.deleted', {}, body.created_at * 1000);
  const rating = item.conversation_rating;
  if (typeof rating?.rating === 'number') {
    const data = {
      survey: 'csat',
      surveyId: `rating:${item.id}`,
      score: rating.rating,
      scale: 5,
      ...some('comment', rating.remark || undefined),
    };
    const at = (rating.created_at ?? body.created_at) * 1000;
    to.add({
      id: digestId('intercom', item.id, 'rating', rating.rating, rating.remark),
      at,
      ticket,
      actor: { kind: 'customer' },
      type: 'survey.answered',
      data,
    });
  }
}

/** The source is the first message, and whoever wrote it began the conversation. */
function created(item: Conversation, at: number, to: Collector): void {
  const source = item.source!;
  const contact = item.contacts?.contacts?.[0]?.id;
  const author = source.author;
  const requester = author && CUSTOMERS.has(author.type) ? author.id : contact;
  if (author && requester && CUSTOMERS.has(author.type))
    to.add(...customerEvents({ id: requester, name: author.name, email: author.email }, at));
  const who: Actor = author ? actorOf(author, to) : { kind: 'customer', ...some('id', requester) };
  const [ticket, text] = [to.ticket(item.id), source.body ? plainText(source.body) : ''];
  const data = {
    ...some('subject', (source.subject ? plainText(source.subject) : item.title)?.slice(0, 500)),
    channel: CHANNELS[source.type ?? ''] ?? 'other',
    requester: requester ?? null,
  };
  to.add({ id: `created:${item.id}`, at, ticket, actor: who, type: 'ticket.created', data });
  const messageId = `source:${source.id ?? item.id}`;
  if (text)
    to.add({
      id: messageId,
      at,
      seq: MESSAGE_SEQ,
      ticket,
      actor: who,
      type: 'ticket.message',
      data: { messageId, visibility: 'public', text, ...attached(source) },
    });
}

function addPart(part: Part, conversation: string, to: Collector): void {
  const { part_type: kind, author } = part;
  const actor: Actor = author ? actorOf(author, to) : { kind: 'system' };
  const base = { at: part.created_at * 1000, actor, ticket: to.ticket(conversation) };
  const text = part.body ? plainText(part.body) : '';
  if (author?.type === 'admin' && author.id) to.add(...agentEvents({ id: to.user(author.id), name: author.name }, base.at));
  // Closing and assigning may come with a word to the customer, in one part.
  if (kind === 'comment' || kind === 'note' || (text && (kind in STATES || kind === 'assignment'))) {
    const data = {
      messageId: part.id,
      visibility: kind === 'note' ? 'internal' : 'public',
      ...some('text', text || undefined),
      ...attached(part),
    };
    to.add({ ...base, id: `part:${part.id}`, seq: MESSAGE_SEQ, type: 'ticket.message', data });
  }
  const state = STATES[kind];
  if (kind.includes('assign')) assigned(part, base, to);
  if (state) to.add({ ...base, id: `part:${part.id}:state`, seq: 24, type: 'status.changed', data: state });
}

function assigned({ id, assigned_to: target }: Part, base: Pick<MappedEvent, 'at' | 'actor' | 'ticket'>, to: Collector): void {
  const isTeam = target?.type === 'team';
  const holder = target?.id && target.id !== '0' && !target.type.startsWith('nobody') ? target.id : null;
  to.add({
    ...base,
    id: `part:${id}:assigned`,
    seq: 1,
    type: isTeam ? 'team.changed' : 'assignee.changed',
    data: { to: isTeam ? holder : to.user(holder) },
  });
}

function actorOf({ type, id }: { type: string; id?: string | null | undefined }, to: Collector): Actor {
  if (CUSTOMERS.has(type)) return { kind: 'customer', ...some('id', id) };
  if (type === 'bot') return { kind: 'bot', ...some('id', id) };
  return type === 'admin' ? { kind: 'agent', ...some('id', id && to.user(id)) } : { kind: 'system' };
}

const attached = ({ attachments }: { attachments?: readonly unknown[] | null | undefined }) =>
  some('attachments', attachments?.length || undefined);
