/** The rule of ids: whatever a connection says of people, organisations, teams and sites, it says by their id over there behind its source; or of an agent by the one the map names. */
import type { MappedEvent, Maps } from '../src/connectors/connector.ts';

/** Fields of the vocabulary that hold such an id, whatever the event. */
const FIELDS = ['requester', 'organisation', 'team', 'assignee', 'serviceSite', 'customer', 'agent', 'teams'];
const CHANGES = ['requester', 'organisation', 'team', 'assignee', 'serviceSite'];

/** Each id that keeps to no source; none where all is well. */
export function idsWithoutSource(events: readonly MappedEvent[], source: string, maps: Pick<Maps, 'users'>): string[] {
  const known = new Set(Object.values(maps.users));
  return events.flatMap(({ type, actor, data: told }) => {
    const data = told as Record<string, unknown>;
    const [noun = '', verb] = type.split('.');
    const ids = [
      ...FIELDS.map((field) => data[field]),
      ...(verb === 'changed' && CHANGES.includes(noun) ? [data['to']] : []),
      ...(type === 'team.upserted' || type === 'site.upserted' ? [data['id']] : []),
      ...(actor?.kind === 'agent' || actor?.kind === 'customer' ? [actor.id] : []),
    ].flat();
    return ids
      .filter((id): id is string => typeof id === 'string' && !id.startsWith(`${source}:`) && !known.has(id))
      .map((id) => `${type} ${id}`);
  });
}
