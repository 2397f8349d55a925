/** From what a stream gives to events: pure, and the very same whatever the pages, their order, and how often an item comes. */
import { type Given, type Mapped, type Maps, titleKey } from '../connector.ts';
import { customStatus, ticket, ticketField } from './api-types.ts';
import { collect, type Collected, readAll } from './collect.ts';
import { mapAudits, needsOfAudits } from './map-audits.ts';
import { groupsKey, mapGroups, mapMemberships, mapOrganizations, mapUsers } from './map-people.ts';
import { mapMetricEvents, mapRatings } from './map-surveys.ts';
import { deletionOf } from './telling.ts';
import { nameOf, wordOf } from './texts.ts';

type Mapping = (items: readonly unknown[], into: Collected) => void;

const MAPPINGS: Readonly<Record<string, Mapping>> = {
  'custom-statuses': mapCustomStatuses,
  'ticket-fields': mapTicketFields,
  groups: mapGroups,
  organizations: mapOrganizations,
  users: mapUsers,
  'group-memberships': mapMemberships,
  'ticket-events': mapAudits,
  audits: mapAudits,
  tickets: mapTickets,
  ratings: mapRatings,
  'metric-events': mapMetricEvents,
};

export function map(stream: string, items: readonly unknown[], given: Given): Mapped {
  const into = collect(given);
  MAPPINGS[stream]?.(items, into);
  return into.mapped();
}

/** Says nothing of tickets by itself; their audits need it. */
function mapCustomStatuses(items: readonly unknown[], into: Collected): void {
  for (const { id, status_category: category, agent_label: label } of readAll(customStatus, items, into))
    into.remember(`custom-status/${id}`, { category, label: nameOf(label ?? category) });
}

/** A custom field goes by its id; its title is for people. */
function mapTicketFields(items: readonly unknown[], into: Collected): void {
  for (const { id, title } of readAll(ticketField, items, into)) into.remember(titleKey(id), nameOf(title));
}

/** What a ticket is now follows from its events; only that it is gone may be said nowhere else. */
function mapTickets(items: readonly unknown[], into: Collected): void {
  for (const { id, status, updated_at: at } of readAll(ticket, items, into))
    if (status === 'deleted') into.add(deletionOf(into.own(id), id, at));
}

export function needs(stream: string, items: readonly unknown[], _maps?: Maps): string[] {
  if (stream === 'ticket-events' || stream === 'audits') return needsOfAudits(items);
  if (stream !== 'group-memberships') return [];
  return items.flatMap((item) => {
    const agent = wordOf((item as { user_id?: unknown } | null)?.user_id);
    return agent === null ? [] : [groupsKey(agent)];
  });
}
