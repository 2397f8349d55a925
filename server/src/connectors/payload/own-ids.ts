/**
 * Ids of people, organisations, teams and sites are those over there behind the connection's source, as those of tickets are: two help desks may both have
 * a 42. Agents are not among these: `Collector.user` says who they are here, who may be somebody already.
 */
import type { EventType } from '@watchdesk/domain/event';
import type { MappedEvent } from '../connector.ts';

const CREATED = ['requester', 'organisation', 'team', 'serviceSite'];
const FIELDS: Partial<Record<EventType, readonly string[]>> = {
  'ticket.created': CREATED,
  'requester.changed': ['to'],
  'organisation.changed': ['to'],
  'team.changed': ['to'],
  'serviceSite.changed': ['to'],
  'ticket.escalated': ['to'],
  'customer.upserted': ['customer', 'organisation'],
  'organisation.upserted': ['organisation'],
  'agent.upserted': ['teams'],
  'team.upserted': ['id'],
  'site.upserted': ['id'],
};

export function withOwnIds(event: MappedEvent, source: string): MappedEvent {
  const own = (id: unknown): unknown => {
    if (Array.isArray(id)) return id.map(own);
    return typeof id === 'string' ? ownId(id, source) : id;
  };
  const { actor, type } = event;
  const data = event.data as Record<string, unknown>;
  const named = (FIELDS[type] ?? []).filter((field) => data[field] !== undefined);
  const isCustomer = actor?.kind === 'customer' && actor.id !== undefined;
  if (named.length === 0 && !isCustomer) return event;
  return {
    ...event,
    ...(isCustomer && { actor: { ...actor, id: ownId(actor.id, source) } }),
    data: { ...data, ...Object.fromEntries(named.map((field) => [field, own(data[field])])) },
  };
}

/** A mapping may have put the source before it already. */
export const ownId = (id: string, source: string): string => (id.startsWith(`${source}:`) ? id : `${source}:${id}`);
