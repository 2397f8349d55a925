/**
 * Freshdesk to events; pure. A ticket comes as it is now, so that the changes are made out of differences; where its statistics say when the
 * status changed, that instant is taken. The default form of an automation tells neither times nor ids of people: it is taken as of when it came.
 */
import { hash } from 'node:crypto';
import type { Actor, Channel, CustomValue, Priority, Status } from '@watchdesk/domain/event';
import type { Given, Mapped } from '../connector.ts';
import { type Collector, digestId, given as some, lookUp, mapEach, Unreadable } from '../payload/collect.ts';
import { delivery } from '../payload/delivery.ts';
import { instantOf } from '../payload/instant.ts';
import { agentEvents, customerEvents, teamEvents } from '../payload/people.ts';
import { addSnapshot, MESSAGE_SEQ, snapshotKey } from '../payload/snapshot.ts';
import { type FlatTicket, freshdeskEvent, type FreshdeskTicket } from './api-types.ts';

/** By code and by name; higher codes are a workspace's own, and belong into the connection's map. */
export const STATUSES: Readonly<Record<string, Status>> = {
  2: 'open',
  3: 'pending',
  4: 'resolved',
  5: 'closed',
  6: 'pending',
  7: 'on_hold',
  open: 'open',
  pending: 'pending',
  resolved: 'resolved',
  closed: 'closed',
  'waiting on customer': 'pending',
  'waiting on third party': 'on_hold',
};
export const PRIORITIES: Readonly<Record<string, Priority>> = {
  1: 'P4',
  2: 'P3',
  3: 'P2',
  4: 'P1',
  low: 'P4',
  medium: 'P3',
  high: 'P2',
  urgent: 'P1',
};
const CHANNELS: Readonly<Record<string, Channel>> = {
  1: 'email',
  2: 'portal',
  3: 'phone',
  7: 'chat',
  9: 'portal',
  10: 'email',
  email: 'email',
  portal: 'portal',
  phone: 'phone',
  chat: 'chat',
  'feedback widget': 'portal',
  'outbound email': 'email',
};
/** An agent wrote to a customer of their own accord. */
const OUTBOUND = new Set(['10', 'outbound email']);

export const freshdeskNeeds = (items: readonly unknown[]): string[] =>
  items.flatMap((item) => {
    const read = delivery(freshdeskEvent).safeParse(item);
    if (!read.success) return [];
    const id = 'ticket' in read.data.body ? read.data.body.ticket.id : read.data.body.freshdesk_webhook.ticket_id;
    return [snapshotKey(id), flagsKey(id)];
  });

export const mapFreshdesk = (items: readonly unknown[], given: Given): Mapped =>
  mapEach(items, given, delivery(freshdeskEvent), ({ body, receivedAt }, to) =>
    'ticket' in body ? mapTicket(body.ticket, to) : mapFlat(body.freshdesk_webhook, receivedAt, to),
  );

function mapTicket(ticket: FreshdeskTicket, to: Collector): void {
  const [createdAt, at] = [moment('created_at', ticket.created_at), moment('updated_at', ticket.updated_at)];
  const requester = ticket.requester_id ?? ticket.requester?.id;
  if (ticket.requester)
    to.add(
      ...customerEvents(
        { id: ticket.requester.id, name: ticket.requester.name, email: ticket.requester.email, organisation: ticket.company_id },
        at,
      ),
    );
  const createdBy: Actor | undefined = OUTBOUND.has(ticket.source ?? '')
    ? { kind: 'agent', ...some('id', ticket.responder_id && to.user(ticket.responder_id)) }
    : undefined;
  addSnapshot(
    {
      id: ticket.id,
      createdAt,
      at,
      ...(ticket.status && { status: to.status(ticket.status), rawStatus: ticket.status }),
      statusAt: instantOf(ticket.stats?.status_updated_at),
      attributes: {
        subject: ticket.subject?.slice(0, 500),
        requester,
        organisation: ticket.company_id,
        priority: ticket.priority ? to.priority(ticket.priority) : undefined,
        team: ticket.group_id,
        assignee: ticket.responder_id && to.user(ticket.responder_id),
        category: ticket.type,
        product: ticket.product_id,
      },
      tags: ticket.tags ?? undefined,
      customFields: customFieldsOf(ticket.custom_fields ?? {}, to),
      creation: { channel: CHANNELS[ticket.source ?? ''] ?? 'other' },
      createdBy,
    },
    to,
  );
  addFirstMessage(ticket, createdAt, createdBy ?? { kind: 'customer', ...some('id', requester) }, to);
  addFlags(ticket, at, to);
}

function addFirstMessage({ id, description_text: text }: FreshdeskTicket, at: number, actor: Actor, to: Collector): void {
  if (!text) return;
  const messageId = `description:${id}`;
  to.add({
    id: messageId,
    at,
    seq: MESSAGE_SEQ,
    actor,
    ticket: to.ticket(id),
    type: 'ticket.message',
    data: { messageId, visibility: 'public', text },
  });
}

interface Flags {
  readonly at: number;
  readonly on: Readonly<Record<string, boolean>>;
  /** How often each has been told to be on: a promise of the next answer is broken as often as it is given. */
  readonly times: Readonly<Record<string, number>>;
}

/** Its own, beside the state of the ticket: ids are numbers. */
const flagsKey = (id: string) => snapshotKey(`flags:${id}`);

/**
 * What a ticket says by a flag that comes and goes: spam, the bin, and its own verdicts, which are kept beside ours and never mixed with them. A breach is told
 * each time its flag is raised. An escalation over there is a letter about a promise that was broken, and moves the ticket nowhere: it is a verdict, and no
 * `ticket.escalated`.
 */
function addFlags(ticket: FreshdeskTicket, at: number, to: Collector): void {
  const { id } = ticket;
  const state = flagsKey(id);
  const last = to.known(state) as Flags | undefined;
  if (last && at < last.at) return;
  const [on, times] = [{ ...last?.on }, { ...last?.times }];
  for (const [name, is] of Object.entries({ ...breachesOf(ticket, at), spam: ticket.spam, deleted: ticket.deleted })) {
    if (typeof is !== 'boolean' || is === (on[name] ?? false)) continue;
    on[name] = is;
    const event = { at, ticket: to.ticket(id), actor: { kind: 'system' }, raw: { synthetic: true, state } } as const;
    if (name === 'spam') to.add({ ...event, id: digestId('spam', id, at, String(is)), type: 'ticket.spam', data: { is } });
    else if (name === 'deleted')
      to.add({ ...event, id: digestId('deleted', id, at, String(is)), type: is ? 'ticket.deleted' : 'ticket.undeleted', data: {} });
    else if (is) {
      const before = times[name] ?? 0;
      times[name] = before + 1;
      const own = `sla:${name}:${id}`;
      to.add({ ...event, id: before === 0 ? own : `${own}:${at}`, type: 'sla.vendor', data: { metric: name, kind: 'breach' } });
    }
  }
  to.remember(state, { at, on, times } satisfies Flags);
}

/** `is_escalated` is documented to be raised for any reason: it says that the resolution is late unless the ticket says when that is due, and it is not yet. */
function breachesOf({ fr_escalated: first, nr_escalated: next, is_escalated: any, due_by: dueBy }: FreshdeskTicket, at: number) {
  const due = instantOf(dueBy);
  const resolution = any && (due === undefined ? !(first || next) : due <= at);
  return { first_response: first, next_response: next, resolution };
}

function mapFlat(ticket: FlatTicket, at: number, to: Collector): void {
  const requester = ticket.ticket_contact_email && idOfAddress(ticket.ticket_contact_email);
  if (requester) to.add(...customerEvents({ id: requester, name: ticket.ticket_contact_name, email: ticket.ticket_contact_email }, at));
  const address = ticket.ticket_agent_email;
  const agent = address
    ? (lookUp(to.given.maps.users, address) ?? to.user(idOfAddress(address)))
    : address === undefined
      ? undefined
      : null;
  if (agent) to.add(...agentEvents({ id: agent, name: ticket.ticket_agent_name }, at));
  if (ticket.ticket_group_name) to.add(...teamEvents({ id: ticket.ticket_group_name, name: ticket.ticket_group_name }, at));
  addSnapshot(
    {
      id: ticket.ticket_id,
      at,
      ...(ticket.ticket_status && { status: to.status(ticket.ticket_status), rawStatus: ticket.ticket_status }),
      attributes: {
        subject: ticket.ticket_subject?.slice(0, 500),
        requester: requester || undefined,
        priority: ticket.ticket_priority ? to.priority(ticket.ticket_priority) : undefined,
        team: ticket.ticket_group_name || undefined,
        assignee: agent,
        category: ticket.ticket_ticket_type || undefined,
      },
      tags: ticket.ticket_tags === undefined || ticket.ticket_tags === null ? undefined : splitTags(ticket.ticket_tags),
      creation: { channel: lookUp(CHANNELS, ticket.ticket_source ?? '') ?? 'other', ...some('url', ticket.ticket_url || undefined) },
      createdBy: OUTBOUND.has((ticket.ticket_source ?? '').toLowerCase()) ? { kind: 'agent' } : undefined,
    },
    to,
  );
}

const splitTags = (text: string) => [...new Set(text.split(',').map((tag) => tag.trim()))].filter((tag) => tag !== '');

/** An address is personal and stays where it may be erased; the same person has the same id. */
const idOfAddress = (address: string) => `mail-${hash('sha256', address.trim().toLowerCase(), 'hex').slice(0, 20)}`;

/** Those that the connection's map names. */
function customFieldsOf(
  fields: Readonly<Record<string, unknown>>,
  { given: { maps } }: Collector,
): Record<string, CustomValue> | undefined {
  const named = Object.entries(fields).flatMap(([key, value]): [string, CustomValue][] => {
    const name = lookUp(maps.customFields, key);
    return name === undefined || (typeof value === 'object' && value !== null) || value === undefined ? [] : [[name, value as CustomValue]];
  });
  return named.length > 0 ? Object.fromEntries(named) : undefined;
}

function moment(field: string, text: string): number {
  const at = instantOf(text);
  if (at === undefined) throw new Unreadable(field, 'must be a time');
  return at;
}
