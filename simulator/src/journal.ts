/**
 * What happens is told here, as drafts: events whose texts are not written yet. Texts depend on nothing but the seed,
 * the ticket and the place of the event in it, so they can be written later or, when nobody listens, never.
 */
import type { Actor, EventType, SentEvent, TicketEventType } from '@watchdesk/domain/event';
import type { Clock } from './clock.ts';
import type { Agent, Draft, Ticket, Writer } from './model.ts';
import type { TextKind } from './texts/kinds.ts';

export const BOT: Actor = { kind: 'bot', id: 'bot-brightwell' };
export const AUTOMATION: Actor = { kind: 'automation' };
const SYSTEM: Actor = { kind: 'system' };

type DataOf<K extends EventType> = SentEvent<K>['data'];

export interface Journal {
  /** Something about a ticket; a field of the data that holds a text is left out and its kind given instead. */
  tell<K extends TicketEventType>(ticket: Ticket, actor: Actor, type: K, data: Omit<DataOf<K>, 'note'>, text?: TextKind): void;
  /** A public message whose text is of that kind. `confidence` is a bot's. */
  say(ticket: Ticket, actor: Actor, text: TextKind, confidence?: number): void;
  /** An internal note. */
  note(ticket: Ticket, actor: Actor, text: TextKind): void;
  agent<K extends 'agent.presence' | 'agent.shift'>(agent: Agent, type: K, data: DataOf<K>): void;
  joined(customer: string, data: DataOf<'customer.upserted'>): void;
  /** When something was told last, heard or not. */
  lastAt(): number;
  /** Who gets the drafts from now on; null when nobody does. */
  listen(listener: ((draft: Draft) => void) | null): void;
}

const PUBLIC = { visibility: 'public' } as const;
const INTERNAL = { visibility: 'internal' } as const;

export function createJournal(clock: Clock): Journal {
  let listener: ((draft: Draft) => void) | null = null;
  let lastAt = -Infinity;
  const write = (
    ticket: Ticket | null,
    person: string,
    ordinal: number,
    actor: Actor,
    type: EventType,
    data: object,
    text: TextKind | null,
  ) => {
    lastAt = clock.now();
    listener?.({ at: lastAt, ordinal, actor, type, data, ticket, person, text, agent: ticket?.assignee?.profile.id ?? null });
  };
  return {
    tell: (ticket, actor, type, data, text) => write(ticket, '', ticket.told++, actor, type, data, text ?? null),
    say: (ticket, actor, text, confidence) =>
      write(
        ticket,
        '',
        ticket.told++,
        actor,
        'ticket.message',
        confidence === undefined ? PUBLIC : { visibility: 'public', confidence },
        text,
      ),
    note: (ticket, actor, text) => write(ticket, '', ticket.told++, actor, 'ticket.message', INTERNAL, text),
    agent: (agent, type, data) => write(null, agent.profile.id, agent.told++, SYSTEM, type, data, null),
    joined: (customer, data) => write(null, customer, 0, SYSTEM, 'customer.upserted', data, null),
    lastAt: () => lastAt,
    listen(next) {
      listener = next;
    },
  };
}

/** The event as it is sent, with its text written. */
export function finish(draft: Draft, writer: Writer): SentEvent {
  const { at, ordinal, actor, type, ticket, person, text } = draft;
  if (!ticket) return { id: `${person}-${ordinal}`, at, seq: ordinal, actor, type, data: draft.data } as SentEvent;
  const id = `${ticket.number}-${ordinal}`;
  const data: Record<string, unknown> = { ...draft.data };
  if (type === 'ticket.message') data['messageId'] = id;
  if (text !== null) data[TEXT_FIELDS[type] ?? 'note'] = writer(text, draft, ticket);
  return { id, at, seq: ordinal, actor, ticket: ticket.id, type, data } as SentEvent;
}

const TEXT_FIELDS: { readonly [K in EventType]?: string } = {
  'ticket.created': 'subject',
  'ticket.message': 'text',
  'survey.answered': 'comment',
};
