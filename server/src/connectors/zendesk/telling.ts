/** One audit on its way to events. Everything of it happens in one second, and so do audits that a rule adds: `seq` keeps their order. */
import type { Actor, TicketEventType } from '@watchdesk/domain/event';
import type { MappedEvent } from '../connector.ts';
import { actorOf } from './actors.ts';
import { type Collected, eventOf, SYSTEM } from './collect.ts';
import type { Audit, Part } from './read-audit.ts';
import { secondsOf } from './texts.ts';
import { relationOf } from './words.ts';

export type FieldPart = Extract<Part, { kind: 'field' }>;

export interface Telling {
  readonly into: Collected;
  readonly audit: Audit;
  readonly ticket: string;
  /** Adds an event of a part. */
  tell(part: Part, id: string, type: TicketEventType, data: unknown): void;
}

export function createTelling(audit: Audit, into: Collected): Telling {
  const ticket = into.own(audit.ticket);
  return {
    into,
    audit,
    ticket,
    tell(part, id, type, data) {
      into.add(
        eventOf(
          { id, at: audit.at, seq: placeOf(audit, audit.parts.indexOf(part) + 1), actor: doerOf(into, audit, part) },
          type,
          data,
          ticket,
        ),
      );
    },
  };
}

function doerOf(into: Collected, { author, via: way }: Audit, part: Part): Actor {
  const via = part.via ?? way;
  if (part.kind !== 'comment') return actorOf(into, author, via, 'customer');
  // Merging writes comments in the name of whoever merged; they are nobody's words.
  if (relationOf(via) === 'merge') return { kind: 'automation' };
  // Customers write no notes; of somebody who is not known that tells.
  return actorOf(into, part.author ?? author, via, part.isPublic ? 'customer' : 'agent');
}

const [AUDITS, PLACES] = [2 ** 25, 64];
export const LAST_PLACE = PLACES - 1;
/** Audits of one second have ids that follow each other; those of others need no order between them, so that the low part of the id will do. */
export const placeOf = ({ id }: Audit, place: number): number => (Number(id) % AUDITS) * PLACES + Math.min(place, LAST_PLACE);

/** Of a ticket that is gone. The export of tickets and the audits both tell of it, and it is one event, after all others of its second. */
export function deletionOf(ticket: string, id: string, at: string): MappedEvent {
  const seconds = secondsOf(at);
  return eventOf(
    { id: `deleted/${id}/${seconds}`, at: new Date(seconds * 1000).toISOString(), seq: 2 ** 31 - 1, actor: SYSTEM },
    'ticket.deleted',
    {},
    ticket,
  );
}
