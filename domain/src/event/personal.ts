/**
 * Which fields of an event are personal text or contact data. They never stand in the log, the outbox or the facts:
 * the door takes them out and keeps them by (source, event id), so that erasing a customer is possible.
 */
import { isIncidentEvent } from './read.ts';
import type { EventType, SupportEvent } from './vocabulary.ts';

export const PERSONAL_FIELDS: { readonly [K in EventType]?: readonly string[] } = {
  'ticket.created': ['subject'],
  'subject.changed': ['to'],
  'ticket.message': ['text'],
  'survey.answered': ['comment', 'furtherAnswers'],
  'pause.requested': ['note'],
  'pause.ended': ['note'],
  'customer.upserted': ['name', 'email', 'city', 'latitude', 'longitude'],
  'agent.upserted': ['name'],
};

/**
 * The event without its personal fields, whose names it keeps in `apart`, and those fields when it had any.
 * The event given is left as it is.
 */
export function setApart<E extends SupportEvent>(event: E): { event: E; personal: Record<string, unknown> | undefined } {
  const fields = PERSONAL_FIELDS[event.type];
  if (!fields) return { event, personal: undefined };
  const data: Record<string, unknown> = { ...event.data };
  const personal: Record<string, unknown> = {};
  for (const field of fields) {
    // An empty text tells of nobody; kept in its place it is no text that was erased.
    if (data[field] === undefined || data[field] === '') continue;
    personal[field] = data[field];
    delete data[field];
  }
  const apart = Object.keys(personal);
  return apart.length > 0 ? { event: { ...event, data, apart }, personal } : { event, personal: undefined };
}

/** Free text beside the personal fields: people may type anything there too, and it stays in the log. */
const NOTES = ['reason'] as const;
/** What people write of an incident, by what the fields are called in its events. */
const OF_INCIDENTS = ['title', 'summary', 'text', 'subject', 'rootCause', 'revenueImpact'] as const;
/** Personal, and no text: it names a person to those who may see it, and is the one field that is meant to hold such a thing. */
const CONTACT: ReadonlySet<string> = new Set(['email']);

/**
 * The event with each text that people typed changed: its personal texts, notes, and the texts of custom fields. The very event
 * where none is another afterwards. Ids, names of fields and an e-mail address that is told as such are left alone.
 */
export function mapTexts<E extends SupportEvent>(event: E, change: (text: string) => string): E {
  const before = event.data as Record<string, unknown>;
  const after: Record<string, unknown> = { ...before };
  let isOther = false;
  const put = (field: string, value: unknown) => {
    if (value === before[field]) return;
    after[field] = value;
    isOther = true;
  };
  const changed = (value: unknown): unknown =>
    typeof value === 'string' ? change(value) : Array.isArray(value) ? mapList(value, changed) : value;
  for (const field of [...(PERSONAL_FIELDS[event.type] ?? []), ...NOTES]) if (!CONTACT.has(field)) put(field, changed(before[field]));
  if (isIncidentEvent(event)) {
    for (const field of OF_INCIDENTS) put(field, changed(before[field]));
    for (const field of ['wentWell', 'toImprove'])
      if (Array.isArray(before[field])) put(field, mapLines(before[field] as string[], change));
  }
  if (event.type === 'customField.changed') put('to', changed(before['to']));
  if (event.type === 'ticket.created' && event.data.customFields) put('customFields', mapValues(event.data.customFields, changed));
  return isOther ? ({ ...event, data: after } as unknown as E) : event;
}

/** The texts of each of a list of objects, which are answers. The very list likewise. */
function mapList(list: readonly unknown[], change: (value: unknown) => unknown): readonly unknown[] {
  const mapped = list.map((one) => (one !== null && typeof one === 'object' ? mapValues(one as Record<string, unknown>, change) : one));
  return mapped.every((one, index) => one === list[index]) ? list : mapped;
}

/** The very list where no line is another. */
function mapLines(lines: readonly string[], change: (text: string) => string): readonly string[] {
  const after = lines.map(change);
  return after.every((line, index) => line === lines[index]) ? lines : after;
}

/** The very object where no value is another. */
function mapValues(values: Readonly<Record<string, unknown>>, change: (value: unknown) => unknown): Readonly<Record<string, unknown>> {
  const entries = Object.entries(values).map(([name, value]) => [name, change(value)] as const);
  return entries.every(([name, value]) => value === values[name]) ? values : Object.fromEntries(entries);
}
