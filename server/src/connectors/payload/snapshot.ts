/**
 * For systems that send a ticket as it is now and not what happened to it: the last state that was seen and the new one give the events that
 * lie between them. Nobody knows when each change happened, so all of them are said to have happened when the ticket was last updated; they
 * are marked as made here. What is remembered holds no text of a customer: of subjects and custom fields only digests.
 */
import { type Actor, type CustomValue, type EventType, type Status } from '@watchdesk/domain/event';
import type { MappedEvent } from '../connector.ts';
import { type Collector, digestId } from './collect.ts';

/** Changes inside one instant: who holds the ticket is known before its status changes. After the creation (0); a message is 20. */
const ATTRIBUTES = [
  'requester',
  'organisation',
  'subject',
  'language',
  'serviceSite',
  'product',
  'category',
  'supportTier',
  'team',
  'assignee',
  'priority',
] as const;
export type SnapshotAttribute = (typeof ATTRIBUTES)[number];
const [TAGS_ORDINAL, FIELDS_ORDINAL] = [14, 15];
export const MESSAGE_SEQ = 20;
const STATUS_SEQ = 24;

/** What a payload says of a ticket. An attribute left out is one that it does not tell; null says there is none. */
export interface Snapshot {
  readonly id: string;
  /** In milliseconds. Defaults to `at`. */
  readonly createdAt?: number | undefined;
  /** When it was last updated, in milliseconds. */
  readonly at: number;
  readonly status?: Status | undefined;
  readonly rawStatus?: string | undefined;
  /** When the status changed, where that is told by itself. */
  readonly statusAt?: number | undefined;
  readonly attributes: { readonly [K in SnapshotAttribute]?: string | null | undefined };
  readonly tags?: readonly string[] | undefined;
  readonly customFields?: Readonly<Record<string, CustomValue>> | undefined;
  /** What a creation says beside: channel, url. */
  readonly creation?: Readonly<Record<string, unknown>>;
  /** Who made the update, as far as is known. */
  readonly actor?: Actor | undefined;
  /** Who asked, where it was not the requester. */
  readonly createdBy?: Actor | undefined;
}

interface Remembered {
  readonly at: number;
  readonly status?: string | undefined;
  readonly attributes: Readonly<Record<string, string | null>>;
  readonly tags?: readonly string[] | undefined;
  readonly customFields: Readonly<Record<string, CustomValue>>;
}

/** The key under which a ticket's last state is remembered. A long id, which a mapping may have found in any text, is as good by its digest. */
export const snapshotKey = (id: string): string => `snapshot/${id.length <= LONGEST_ID ? id : digestId(id)}`;
const LONGEST_ID = 200;

/** Adds the events between what is remembered and the snapshot, and remembers it. One that is older than the last says nothing new. */
export function addSnapshot(next: Snapshot, to: Collector): void {
  const key = snapshotKey(next.id);
  const last = to.known(key) as Remembered | undefined;
  if (last && next.at < last.at) return;
  to.add(...(last ? changesBetween(last, next, to) : creationOf(next, to)));
  to.remember(key, {
    at: next.at,
    status: statusWord(next) ?? last?.status,
    attributes: { ...last?.attributes, ...remembered(next) },
    tags: next.tags ?? last?.tags,
    customFields: { ...last?.customFields, ...rememberedFields(next) },
  } satisfies Remembered);
}

/** What the first state holds was so from the beginning as far as anybody knows, except the status: every ticket was new once. */
function creationOf(next: Snapshot, to: Collector): MappedEvent[] {
  const createdAt = next.createdAt ?? next.at;
  const { requester } = next.attributes;
  const said = Object.fromEntries(Object.entries(next.attributes).filter(([, value]) => value !== undefined));
  // A creation has to have a priority and a subject, or none said.
  for (const name of ['priority', 'subject']) if (said[name] === null) delete said[name];
  const data = {
    ...said,
    ...next.creation,
    ...(next.tags && { tags: next.tags }),
    ...(next.customFields && { customFields: next.customFields }),
    ...(next.status === 'new' && { status: 'new', ...(next.rawStatus !== undefined && { rawStatus: next.rawStatus }) }),
  };
  const actor: Actor = next.createdBy ?? (requester ? { kind: 'customer', id: requester } : { kind: 'customer' });
  const created: MappedEvent = {
    id: `created:${next.id}`,
    at: createdAt,
    seq: 0,
    actor,
    ticket: to.ticket(next.id),
    type: 'ticket.created',
    data,
    raw: { synthetic: true, state: snapshotKey(next.id) },
  };
  return next.status === undefined || next.status === 'new' ? [created] : [created, statusChange(next, to)];
}

function changesBetween(last: Remembered, next: Snapshot, to: Collector): MappedEvent[] {
  const events: MappedEvent[] = [];
  const now = remembered(next);
  ATTRIBUTES.forEach((name, index) => {
    if (now[name] === undefined || now[name] === (last.attributes[name] ?? null)) return;
    const value = next.attributes[name]!;
    if (value === null && (name === 'priority' || name === 'subject')) return;
    events.push(change(next, to, 1 + index, `${name}.changed`, { to: value }));
  });
  if (next.tags && last.tags) {
    const [added, removed] = [next.tags.filter((tag) => !last.tags!.includes(tag)), last.tags.filter((tag) => !next.tags!.includes(tag))];
    if (added.length + removed.length > 0) events.push(change(next, to, TAGS_ORDINAL, 'tag.changed', { added, removed }));
  }
  for (const [name, value] of Object.entries(rememberedFields(next)))
    if (value !== (last.customFields[name] ?? null))
      events.push(change(next, to, FIELDS_ORDINAL, 'customField.changed', { name, to: next.customFields![name] }));
  const word = statusWord(next);
  if (word !== undefined && word !== last.status) events.push(statusChange(next, to));
  return events;
}

const statusWord = ({ status, rawStatus }: Snapshot) => (status === undefined ? undefined : `${status}/${rawStatus ?? ''}`);

function statusChange(next: Snapshot, to: Collector): MappedEvent {
  const data = { to: next.status, ...(next.rawStatus !== undefined && { rawTo: next.rawStatus }) };
  return { ...change(next, to, STATUS_SEQ, 'status.changed', data), at: Math.max(next.statusAt ?? next.at, next.createdAt ?? 0) };
}

function change(next: Snapshot, to: Collector, seq: number, type: string, data: object): MappedEvent {
  return {
    id: digestId('snapshot', next.id, next.at, type, JSON.stringify(data)),
    at: next.at,
    seq,
    actor: next.actor ?? { kind: 'system' },
    ticket: to.ticket(next.id),
    type: type as EventType,
    data,
    raw: { synthetic: true, state: snapshotKey(next.id) },
  };
}

/** The attributes that are told, as they may be kept. */
function remembered(next: Snapshot): Record<string, string | null> {
  const told = Object.entries(next.attributes).filter((entry): entry is [string, string | null] => entry[1] !== undefined);
  return Object.fromEntries(told.map(([name, value]) => [name, name === 'subject' ? unread(value) : value]));
}

const rememberedFields = ({ customFields = {} }: Snapshot): Record<string, CustomValue> =>
  Object.fromEntries(Object.entries(customFields).map(([name, value]) => [name, unread(value)]));

/** Two are the same where their digests are. */
const unread = <T>(value: T): T | string => (typeof value === 'string' ? digestId(value) : value);
