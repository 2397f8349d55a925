/**
 * HubSpot's changes of tickets to events; pure. Each change says only what is new, which is all that events need. The stages of a pipeline
 * are numbers that a workspace makes; those of the support pipeline that every account begins with are known, others belong into the map.
 */
import type { Actor, Priority, Status } from '@watchdesk/domain/event';
import type { Given, Mapped, MappedEvent } from '../connector.ts';
import { type Collector, digestId, lookUp, mapEach, Unreadable } from '../payload/collect.ts';
import { type Delivery, delivery } from '../payload/delivery.ts';
import { type HubspotEvent, hubspotEvent } from './api-types.ts';

export const STAGES: Readonly<Record<string, Status>> = { 1: 'new', 2: 'pending', 3: 'open', 4: 'resolved' };
export const PRIORITIES: Readonly<Record<string, Priority>> = { low: 'P4', medium: 'P3', high: 'P2', urgent: 'P1' };

export const mapHubspot = (items: readonly unknown[], given: Given): Mapped => mapEach(items, given, delivery(hubspotEvent), mapChange);

function mapChange({ body, receivedAt }: Delivery<HubspotEvent>, to: Collector): void {
  // Contacts, companies and deals may be subscribed to as well.
  if (!body.subscriptionType.startsWith('ticket.')) return;
  const at = body.occurredAt ?? receivedAt;
  const base = { at, actor: actorOf(body, to), ticket: to.ticket(body.objectId) };
  // Their ids of events are not said to be unique, so that they are not enough.
  const idOf = (type: string, ...more: string[]) => digestId('hubspot', body.portalId, body.eventId, body.objectId, at, type, ...more);
  const say = (type: MappedEvent['type'], data: object, seq = 1) =>
    to.add({ ...base, id: idOf(type, JSON.stringify(data)), seq, type, data });
  switch (body.subscriptionType.slice('ticket.'.length)) {
    case 'creation':
      return to.add({ ...base, id: `created:${body.objectId}`, seq: 0, actor: creatorOf(base.actor), type: 'ticket.created', data: {} });
    case 'deletion':
    case 'privacyDeletion':
      return say('ticket.deleted', {});
    case 'restore':
      return say('ticket.undeleted', {});
    case 'merge':
      return merged(body, base, to);
    case 'propertyChange':
      return changed(body, to, say);
    default:
      return undefined;
  }
}

function changed(
  { propertyName: name, propertyValue }: HubspotEvent,
  to: Collector,
  say: (type: MappedEvent['type'], data: object, seq?: number) => void,
): void {
  if (name === undefined) throw new Unreadable('propertyName', 'is needed for a change of a property');
  const value = propertyValue?.trim() || null;
  switch (name) {
    case 'hs_pipeline_stage':
      return value === null ? undefined : say('status.changed', { to: to.status(value), rawTo: value }, 24);
    case 'hs_ticket_priority': {
      const priority = value === null ? undefined : to.priority(value);
      return priority && say('priority.changed', { to: priority });
    }
    case 'hubspot_owner_id':
      return say('assignee.changed', { to: to.user(value) });
    case 'hubspot_team_id':
      return say('team.changed', { to: value });
    case 'hs_ticket_category':
      return say('category.changed', { to: value });
    case 'subject':
      return say('subject.changed', { to: (value ?? '').slice(0, 500) });
    default: {
      const known = lookUp(to.given.maps.customFields, name);
      if (known === undefined) return to.warn('customFields', name);
      const isAttribute = ['category', 'product', 'language', 'serviceSite'].includes(known);
      return isAttribute
        ? say(`${known}.changed` as MappedEvent['type'], { to: value })
        : say('customField.changed', { name: known, to: value?.slice(0, 500) ?? null });
    }
  }
}

/** Told of the ticket that is left; those that are no more say into which they went. */
function merged(body: HubspotEvent, base: Pick<MappedEvent, 'at' | 'actor'>, to: Collector): void {
  const into = body.newObjectId ?? body.primaryObjectId ?? body.objectId;
  const gone = [...(body.mergedObjectIds ?? []), ...(body.primaryObjectId === undefined ? [] : [body.primaryObjectId])];
  for (const id of new Set(gone))
    if (id !== into)
      to.add({
        ...base,
        id: digestId('hubspot', 'merge', id, into),
        ticket: to.ticket(id),
        type: 'ticket.merged',
        data: { into: to.ticket(into) },
      });
}

function actorOf({ changeSource = '', sourceId }: HubspotEvent, to: Collector): Actor {
  const user = /^userId:(\d+)$/.exec(sourceId ?? '')?.[1];
  if (user !== undefined) return { kind: 'agent', id: to.user(user) };
  return { kind: /AUTOMATION|WORKFLOW|BOT/i.test(changeSource) ? 'automation' : 'system' };
}

/** Unless an agent made it by hand, a ticket is made of what a customer sent. */
const creatorOf = (actor: Actor): Actor => (actor.kind === 'agent' ? actor : { kind: 'customer' });
