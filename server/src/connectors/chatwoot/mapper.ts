/**
 * Chatwoot's events to ours; pure. Its `pending` waits for the bot and not for the customer, so that it is open here; snoozed is pending. An
 * event of a conversation has no id of its own: it is known by what changed and when.
 */
import type { Actor, Channel, Priority, Status } from '@watchdesk/domain/event';
import type { Given, Mapped, MappedEvent } from '../connector.ts';
import { type Collector, digestId, given as some, mapEach } from '../payload/collect.ts';
import { type Delivery, delivery } from '../payload/delivery.ts';
import { instantOf } from '../payload/instant.ts';
import { agentEvents, customerEvents, teamEvents } from '../payload/people.ts';
import { chatwootEvent, type ConversationEvent, type MessageEvent } from './api-types.ts';

export const STATUSES: Readonly<Record<string, Status>> = { open: 'open', pending: 'open', snoozed: 'pending', resolved: 'resolved' };
export const PRIORITIES: Readonly<Record<string, Priority>> = { urgent: 'P1', high: 'P2', medium: 'P3', low: 'P4' };
const CHANNELS: Readonly<Record<string, Channel>> = {
  'Channel::Email': 'email',
  'Channel::WebWidget': 'chat',
  'Channel::Api': 'api',
  'Channel::Sms': 'sms',
  'Channel::TwilioSms': 'sms',
  'Channel::Whatsapp': 'social',
  'Channel::FacebookPage': 'social',
  'Channel::Instagram': 'social',
  'Channel::TwitterProfile': 'social',
  'Channel::Telegram': 'social',
  'Channel::Line': 'social',
};
const MESSAGE_TYPES = ['incoming', 'outgoing', 'activity', 'template'];

export const mapChatwoot = (items: readonly unknown[], given: Given): Mapped =>
  mapEach(items, given, delivery(chatwootEvent), (item, to) => {
    const { body, receivedAt } = item;
    if ('message_type' in body) mapMessage({ body, receivedAt }, to);
    else if ('id' in body) mapConversation({ body, receivedAt }, to);
  });

function mapConversation({ body, receivedAt }: Delivery<ConversationEvent>, to: Collector): void {
  const at = instantOf(body.updated_at) ?? receivedAt;
  if (body.event === 'conversation_created') return created(body, instantOf(body.created_at) ?? at, to);
  const ticket = to.ticket(body.id);
  const say = (seq: number, type: MappedEvent['type'], data: object) =>
    to.add({ id: digestId('chatwoot', body.id, at, type, JSON.stringify(data)), at, seq, ticket, actor: { kind: 'system' }, type, data });
  const { status, priority, assignee_id: assignee, team_id: team, label_list: labels } = body.changed_attributes ?? {};
  if (team) say(1, 'team.changed', { to: idOf(team.current_value) });
  const owner = body.meta?.assignee;
  if (owner) to.add(...agentEvents({ id: to.user(owner.id), name: owner.name }, at));
  if (assignee) say(2, 'assignee.changed', { to: to.user(idOf(assignee.current_value)) });
  if (priority && typeof priority.current_value === 'string') {
    const known = to.priority(priority.current_value);
    if (known) say(3, 'priority.changed', { to: known });
  }
  if (labels) {
    const [now, then] = [wordsOf(labels.current_value), wordsOf(labels.previous_value)];
    const [added, removed] = [now.filter((word) => !then.includes(word)), then.filter((word) => !now.includes(word))];
    if (added.length + removed.length > 0) say(4, 'tag.changed', { added, removed });
  }
  // The event of the status comes beside one of the update with the same change: both are one, by one id.
  const raw =
    typeof status?.current_value === 'string'
      ? status.current_value
      : body.event === 'conversation_status_changed'
        ? body.status
        : undefined;
  if (raw) say(24, 'status.changed', { to: to.status(raw), rawTo: raw });
}

function created(body: ConversationEvent, at: number, to: Collector): void {
  const { sender, assignee, team } = body.meta ?? {};
  if (sender) to.add(...customerEvents({ id: sender.id, name: sender.name, email: sender.email }, at));
  if (assignee) to.add(...agentEvents({ id: to.user(assignee.id), name: assignee.name }, at));
  if (team) to.add(...teamEvents(team, at));
  const data = {
    ...some('subject', body.additional_attributes?.mail_subject?.slice(0, 500)),
    channel: body.channel ? (CHANNELS[body.channel] ?? 'other') : 'chat',
    requester: sender?.id ?? null,
    ...some('priority', body.priority ? to.priority(body.priority) : undefined),
    ...some('assignee', assignee && to.user(assignee.id)),
    ...some('team', team?.id),
    tags: body.labels ?? [],
    ...(body.status && { status: to.status(body.status), rawStatus: body.status }),
  };
  const actor: Actor = sender ? { kind: 'customer', id: sender.id } : { kind: 'customer' };
  to.add({ id: `created:${body.id}`, at, ticket: to.ticket(body.id), actor, type: 'ticket.created', data });
}

function mapMessage({ body, receivedAt }: Delivery<MessageEvent>, to: Collector): void {
  const kind = typeof body.message_type === 'number' ? MESSAGE_TYPES[body.message_type] : body.message_type;
  const ticket = to.ticket(body.conversation.id);
  const at = instantOf(body.created_at) ?? instantOf(body.conversation.updated_at) ?? receivedAt;
  if (body.event === 'message_updated') return updated(body, ticket, instantOf(body.updated_at) ?? receivedAt, to);
  // What the system notes of itself is told by the events of the conversation, and a survey that is offered is no message.
  if (kind === 'activity' || body.content_type === 'input_csat') return;
  const sender = body.sender;
  if (sender && kind === 'incoming') to.add(...customerEvents({ id: sender.id, name: sender.name, email: sender.email }, at));
  if (sender && kind === 'outgoing' && sender.type === 'user') to.add(...agentEvents({ id: to.user(sender.id), name: sender.name }, at));
  const data = {
    messageId: body.id,
    visibility: body.private ? 'internal' : 'public',
    ...some('text', body.content || undefined),
    ...some('attachments', body.attachments?.length || undefined),
  };
  to.add({ id: `message:${body.id}`, at, seq: 20, ticket, actor: authorOf(kind, sender, to), type: 'ticket.message', data });
}

function updated(body: MessageEvent, ticket: string, at: number, to: Collector): void {
  const answer = body.content_attributes?.submitted_values?.csat_survey_response;
  if (answer) {
    const data = {
      survey: 'csat',
      surveyId: body.id,
      score: answer.rating,
      scale: 5,
      ...some('comment', answer.feedback_message || undefined),
    };
    to.add({ id: `survey:${body.id}:${answer.rating}`, at, ticket, actor: { kind: 'customer' }, type: 'survey.answered', data });
  }
  if (body.content_attributes?.deleted)
    to.add({ id: `deleted:${body.id}`, at, ticket, actor: { kind: 'agent' }, type: 'message.redacted', data: { messageId: body.id } });
}

function authorOf(kind: string | undefined, sender: MessageEvent['sender'], to: Collector): Actor {
  if (kind === 'incoming') return sender ? { kind: 'customer', id: sender.id } : { kind: 'customer' };
  if (kind === 'template' || sender?.type === 'agent_bot') return sender ? { kind: 'bot', id: sender.id } : { kind: 'bot' };
  return sender ? { kind: 'agent', id: to.user(sender.id) } : { kind: 'automation' };
}

const idOf = (value: unknown): string | null => (typeof value === 'number' || typeof value === 'string' ? String(value) : null);
const wordsOf = (value: unknown): string[] => (Array.isArray(value) ? value.filter((word) => typeof word === 'string') : []);
