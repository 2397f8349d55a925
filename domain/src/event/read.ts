/** Reads what somebody sent as an event, or says which field is wrong and what it should be. */
import type { z } from 'zod';
import { INCIDENT_EVENTS } from './incident-events.ts';
import { type DirectoryEvent, envelope, EVENTS, type IncidentEvent, type SupportEvent, TICKET_EVENTS } from './vocabulary.ts';

export interface Fault {
  /** The path of the field, such as `data.priority`; empty when the event as a whole is meant. */
  readonly field: string;
  /** What it should have been. */
  readonly message: string;
}

export type Reading = { readonly ok: true; readonly event: SupportEvent } | { readonly ok: false; readonly fault: Fault };

/** The event in its canonical form, with the source it came through; otherwise its first fault. */
export function readEvent(sent: unknown, source: string): Reading {
  const outside = envelope.safeParse(sent);
  if (!outside.success) return { ok: false, fault: firstFault(outside.error, []) };
  const { type, ticket } = outside.data;
  const data = EVENTS[type].safeParse(outside.data.data);
  if (!data.success) return { ok: false, fault: firstFault(data.error, ['data']) };
  const isAboutTicket = type in TICKET_EVENTS;
  if (isAboutTicket && ticket === undefined) return fault('ticket', `is needed for ${type}`);
  if (!isAboutTicket && ticket !== undefined) return fault('ticket', `does not belong to ${type}`);
  const stretch = data.data as { from?: unknown; to?: unknown };
  if ((type === 'agent.activity' || type === 'agent.shift') && Number(stretch.to) < Number(stretch.from))
    return fault('data.to', 'must not be before data.from');
  if (type === 'ticket.merged' && (data.data as { into: string }).into === ticket) return fault('data.into', 'must be another ticket');
  const { score, scale } = data.data as { score?: number; scale?: number };
  if (type === 'survey.answered' && score! > scale!) return fault('data.score', 'must not be above data.scale');
  // The parts were checked together above; the compiler cannot follow the pairing of type and data.
  return { ok: true, event: { ...outside.data, source, data: data.data } as SupportEvent };
}

export const isIncidentEvent = (event: SupportEvent): event is IncidentEvent => event.type in INCIDENT_EVENTS;

/** The noun and id of what an event that is not about a ticket speaks of: what it is folded into. */
export function subjectOf(event: DirectoryEvent | IncidentEvent): {
  kind: 'customer' | 'organisation' | 'agent' | 'team' | 'site' | 'incident';
  id: string;
} {
  if (isIncidentEvent(event)) return { kind: 'incident', id: event.data.incident };
  switch (event.type) {
    case 'customer.upserted':
    case 'customer.erased':
      return { kind: 'customer', id: event.data.customer };
    case 'organisation.upserted':
      return { kind: 'organisation', id: event.data.organisation };
    case 'agent.upserted':
    case 'agent.presence':
    case 'agent.shift':
      return { kind: 'agent', id: event.data.agent };
    case 'team.upserted':
      return { kind: 'team', id: event.data.id };
    case 'site.upserted':
      return { kind: 'site', id: event.data.id };
  }
}

const fault = (field: string, message: string): Reading => ({ ok: false, fault: { field, message } });

function firstFault(error: z.ZodError, prefix: string[]): Fault {
  const issue = error.issues[0]!;
  const unknown = issue.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : [];
  const field = [...prefix, ...issue.path, ...unknown].join('.');
  return { field, message: unknown.length > 0 ? 'is not a field of this type of event' : sentence(issue.message) };
}

/** zod writes "Invalid input: expected string, received number"; ours read as the end of a sentence that begins with the field. */
const sentence = (message: string) =>
  message
    .replace(/^Invalid input$/, 'is not of a form that is understood here')
    .replace(/^Invalid (input|option): expected /, 'must be ')
    .replace(/^Too (big|small): expected \w+ to (be|have) /, 'must $2 ');
