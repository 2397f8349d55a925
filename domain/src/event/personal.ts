/**
 * Which fields of an event are personal text or contact data. They never stand in the log, the outbox or the facts:
 * the door takes them out and keeps them by (source, event id), so that erasing a customer is possible.
 */
import type { EventType, SupportEvent } from './vocabulary.ts';

export const PERSONAL_FIELDS: { readonly [K in EventType]?: readonly string[] } = {
  'ticket.created': ['subject'],
  'subject.changed': ['to'],
  'ticket.message': ['text'],
  'survey.answered': ['comment'],
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
