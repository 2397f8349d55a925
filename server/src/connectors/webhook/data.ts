/** The data of an event, field by field, as the mapping says; words of closed sets go through the maps of the connection and are never guessed at. */
import { type Actor, CHANNELS, type EventType, PRIORITIES, STATUSES } from '@watchdesk/domain/event';
import type { Collector } from '../payload/collect.ts';
import { Unreadable } from '../payload/collect.ts';
import { type Field, fieldsOf } from './fields.ts';
import type { Value } from './mapping.ts';
import { Misread, type Place, readBoolean, readList, readMoment, readNumber, readScalar, readText, whereOf } from './values.ts';

export interface Reader {
  readonly place: Place;
  readonly zone: string | undefined;
  readonly to: Collector;
}

/** What cannot be read is said of the field. */
export function within<T>(field: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof Misread) throw new Unreadable(field, error.message);
    throw error;
  }
}

/** Fields that name a ticket by its id over there. */
const TICKETS: ReadonlySet<string> = new Set(['ticket.merged/into', 'ticket.unmerged/into', 'ticket.split/from']);
/** Fields that name one of the people who work here. */
const AGENTS: ReadonlySet<string> = new Set([
  'ticket.created/assignee',
  'assignee.changed/to',
  'agent.activity/agent',
  'agent.presence/agent',
  'agent.upserted/agent',
  'agent.shift/agent',
]);

export function readData(type: EventType, fields: Readonly<Record<string, Value>>, reader: Reader): Record<string, unknown> {
  const data: Record<string, unknown> = {};
  const known = new Map(fieldsOf(type).map((field) => [field.name, field]));
  for (const [name, value] of Object.entries(fields)) {
    const [head, ...rest] = name.split('.');
    const field = known.get(head!)!;
    const read = within(`data.${name}`, () => readField(type, field, value, reader));
    if (read === undefined || (read === null && !field.nullable && field.kind !== 'any' && field.kind !== 'fields')) {
      if (field.needed) throw new Unreadable(`data.${name}`, `is needed for ${type}; ${whereOf(value)} leads to nothing here`);
      continue;
    }
    if (field.kind === 'fields') data[head!] = { ...(data[head!] as object | undefined), [rest.join('.')]: read };
    else data[head!] = read;
  }
  return withRawStatus(type, data, fields, reader);
}

function readField(type: EventType, field: Field, value: Value, { place, zone, to }: Reader): unknown {
  switch (field.kind) {
    case 'list':
      return readList(value, place);
    case 'number':
      return readNumber(value, place);
    case 'boolean':
      return readBoolean(value, place);
    case 'moment':
      return readMoment(value, place, zone);
    case 'any':
    case 'fields':
      return type === 'agent.upserted' ? readNumber(value, place) : readScalar(value, place);
    case 'word':
      return word(type, field, readText(value, place), to);
    case 'text': {
      const text = readText(value, place)?.trim();
      if (text === undefined) return readText(value, place);
      if (text === '') return field.nullable ? null : undefined;
      if (TICKETS.has(`${type}/${field.name}`)) return to.ticket(text);
      if (AGENTS.has(`${type}/${field.name}`)) return to.user(text);
      return text;
    }
  }
}

/** An unknown status is open, an unknown channel other, an unknown priority none, each with a warning; any other word is left for the door to refuse. */
function word(type: EventType, field: Field, raw: string | null | undefined, to: Collector): string | null | undefined {
  if (raw === undefined || raw === null || raw === '') return raw === undefined ? undefined : null;
  if (field.words === undefined) return raw;
  if (isAbout('status', type, field)) return to.status(raw, ownWord(STATUSES, raw));
  if (isAbout('priority', type, field)) {
    const known = to.priority(raw, ownWord(PRIORITIES, raw));
    if (known === undefined && field.needed)
      throw new Unreadable(`data.${field.name}`, `must be one of ${PRIORITIES.join(', ')}: no map knows “${raw.slice(0, 40)}”`);
    return known;
  }
  const own = ownWord(field.words, raw);
  if (own === undefined && field.name === 'channel' && field.words.length === CHANNELS.length) {
    to.warn('channel', raw);
    return 'other';
  }
  return own ?? raw;
}

const ownWord = <T extends string>(words: readonly T[], raw: string): T | undefined =>
  words.find((one) => one.toLowerCase() === raw.trim().toLowerCase());

const isAbout = (noun: 'status' | 'priority', type: EventType, { name }: Field) =>
  (type === 'ticket.created' && name === noun) || (type === `${noun}.changed` && name === 'to');

/** The system's own word is kept beside its category, unless the mapping has something else to say. */
function withRawStatus(type: EventType, data: Record<string, unknown>, fields: Readonly<Record<string, Value>>, { place }: Reader) {
  const [field, raw] = type === 'ticket.created' ? ['status', 'rawStatus'] : ['to', 'rawTo'];
  if ((type !== 'ticket.created' && type !== 'status.changed') || data[field] === undefined || fields[raw]) return data;
  const text = within(`data.${field}`, () => readText(untranslated(fields[field]!), place));
  return typeof text === 'string' && text !== data[field] ? { ...data, [raw]: text.slice(0, 500) } : data;
}

function untranslated(value: Value): Value {
  if (!('pointer' in value || 'item' in value)) return value;
  const { map: _map, otherwise: _otherwise, ...rest } = value;
  return rest;
}

/** Who did it. */
export function actorOf(actor: { kind: Value; id?: Value | undefined }, { place, to }: Reader): Actor {
  const kind = neededText('actor.kind', actor.kind, place);
  const id = actor.id && within('actor.id', () => readText(actor.id!, place));
  return { kind: kind as Actor['kind'], ...(id && { id: kind === 'agent' ? to.user(id) : id }) };
}

export function neededText(field: string, value: Value, place: Place): string {
  const text = within(field, () => readText(value, place))?.trim();
  if (!text) throw new Unreadable(field, `is needed; ${whereOf(value)} leads to nothing here`);
  return text;
}
