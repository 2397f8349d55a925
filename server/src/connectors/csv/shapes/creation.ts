/**
 * The creation of a ticket out of the first of its rows. Its id depends on the ticket alone, so that a later export of
 * the same help desk adds to the ticket instead of creating it again.
 */
import type { Actor } from '@watchdesk/domain/event';
import { type Attribute, joinInitial } from '../attributes.ts';
import { type Entry, eventId, type Outgoing, outgoing, type Raw } from '../entry.ts';

/** The event `ticket.created` with what the attributes say, at the instant given. */
export function creationOf(
  source: string,
  entry: Entry,
  at: number,
  said: readonly (readonly [Attribute, Raw])[],
  statusAtCreation: 'new' | 'as said' = 'new',
): Outgoing {
  const whole = joinInitial(said.map(([attribute, raw]) => (attribute.onlyLater ? {} : attribute.initial(raw))));
  const data = statusAtCreation === 'as said' || whole['status'] === 'new' ? whole : withoutStatus(whole);
  // Tickets are asked for by customers: an export that has no column for the creator says so of none.
  const requester = whole['requester'];
  const actor: Actor = typeof requester === 'string' ? { kind: 'customer', id: requester } : { kind: 'customer' };
  return outgoing(entry, eventId(source, 'created', entry.key), 0, `${source}:${entry.key}`, 'ticket.created', data, {
    actor,
    at,
    sequence: 0,
  });
}

/** The first state that was recorded may be any; what it was at the creation itself is new, as every ticket was. */
function withoutStatus({ status: _status, rawStatus: _rawStatus, ...data }: Record<string, unknown>): Record<string, unknown> {
  return data;
}

/** The events that say an attribute changed, if events can. `before` is what it was, false where that is not known. */
export function changesOf(source: string, entry: Entry, attribute: Attribute, raw: Raw, before: Raw, at = entry.at): Outgoing[] {
  if (raw === false) return [];
  return attribute.change(raw, before).map(({ type, data }, index) => {
    const id = eventId(source, entry.key, at, entry.sequence, attribute.key, raw, index);
    return outgoing(entry, id, attribute.ordinal + index, `${source}:${entry.key}`, type, data, { at });
  });
}
