/** Users, organisations, groups, and which agent is in which groups. An id of its own for each time that somebody was changed. */
import { type DirectoryEventType } from '@watchdesk/domain/event';
import { isZone } from '@watchdesk/domain/zone';
import { isCustomer, userKey } from './actors.ts';
import { group, groupsOfAgent, organization, user } from './api-types.ts';
import { type Collected, eventOf, readAll, SYSTEM } from './collect.ts';
import { nameOf, nameOrNone, wordOf } from './texts.ts';
import { zoneNamed } from './zones.ts';

const upsert = (into: Collected, id: string, at: string, type: DirectoryEventType, data: unknown) =>
  into.add(eventOf({ id, at, actor: SYSTEM }, type, data));

export function mapUsers(items: readonly unknown[], into: Collected): void {
  for (const one of readAll(user, items, into)) {
    const { id, updated_at: at, role } = one;
    const known = { role: role ?? 'end-user' };
    into.remember(userKey(id), known);
    const named = { name: nameOrNone(one.name), timeZone: zoneOf(one) };
    if (!isCustomer(known)) {
      const active = one.active !== false && one.suspended !== true;
      upsert(into, `user/${id}/agent/${at}`, at, 'agent.upserted', { agent: into.agent(id), ...named, active });
      continue;
    }
    upsert(into, `user/${id}/customer/${at}`, at, 'customer.upserted', {
      customer: into.own(id),
      ...named,
      email: emailOf(one.email),
      organisation: one.organization_id === null ? null : into.own(one.organization_id),
      language: wordOf(one.locale),
      since: one.created_at.slice(0, 10),
    });
  }
}

function zoneOf({
  iana_time_zone: iana,
  time_zone: theirs,
}: {
  iana_time_zone?: string | null | undefined;
  time_zone?: string | null | undefined;
}) {
  return iana && isZone(iana) ? iana : zoneNamed(theirs ?? '');
}

const emailOf = (email: string | null | undefined): string | null =>
  email && email.length <= 320 && /^[^\s@]+@[^\s@]+$/.test(email) ? email : null;

/** Fields of organisations are mapped like those of tickets, under `organization.` and their key. */
const ORGANIZATION_FIELD = 'organization.';
const ATTRIBUTES = new Set(['customerTier', 'plan', 'health', 'csm', 'region', 'mrr', 'currency']);

export function mapOrganizations(items: readonly unknown[], into: Collected): void {
  for (const one of readAll(organization, items, into)) {
    const { id, updated_at: at } = one;
    upsert(into, `organization/${id}/${at}`, at, 'organisation.upserted', {
      organisation: into.own(id),
      name: nameOrNone(one.name),
      domain: wordOf(one.domain_names?.[0]),
      since: one.created_at.slice(0, 10),
      ...Object.fromEntries(Object.entries(one.organization_fields ?? {}).flatMap(([key, value]) => attribute(into, key, value))),
    });
  }
}

function attribute(into: Collected, key: string, value: unknown): [string, unknown][] {
  const name = into.given.maps.customFields[ORGANIZATION_FIELD + key];
  if (name === undefined && value !== null && value !== '') into.warn('customFields', ORGANIZATION_FIELD + key);
  if (name === undefined || !ATTRIBUTES.has(name)) return [];
  if (name !== 'mrr') return [[name, name === 'currency' && !/^[A-Z]{3}$/.test(String(value)) ? null : wordOf(value)]];
  const amount = Number(value);
  return [[name, value === null || value === '' || !Number.isFinite(amount) || amount < 0 ? null : amount]];
}

export function mapGroups(items: readonly unknown[], into: Collected): void {
  for (const { id, name, updated_at: at } of readAll(group, items, into))
    upsert(into, `group/${id}/${at}`, at, 'team.upserted', { id: into.own(id), name: nameOf(name) });
}

const MOST_TEAMS = 50;
interface KnownGroups {
  readonly groups: string;
  readonly asOf: string;
}
export const groupsKey = (agent: string) => `snapshot/groups/${agent}`;

/** Nobody tells when an agent left a group: what is asked again and is another is told, as of when it was asked. */
export function mapMemberships(items: readonly unknown[], into: Collected): void {
  const seen = new Map<string, KnownGroups>();
  for (const { user_id: agent, group_ids: ids, as_of: asOf } of readAll(groupsOfAgent, items, into)) {
    const groups = ids.toSorted().join(',');
    const known = seen.get(agent) ?? (into.given.known[groupsKey(agent)] as KnownGroups | undefined);
    if (known && known.asOf >= asOf) continue;
    const now = { groups, asOf };
    seen.set(agent, now);
    into.remember(groupsKey(agent), now);
    if (known?.groups === groups) continue;
    const teams = ids.slice(0, MOST_TEAMS).map((one) => into.own(one));
    upsert(into, `groups-of/${agent}/${asOf}`, asOf, 'agent.upserted', { agent: into.agent(agent), teams });
  }
}
