/** Incidents that went on in some days, where their regions are. */
import type { Severity } from '@watchdesk/domain/event';
import { type IncidentState, resolvedAtOf, stageOf } from '@watchdesk/domain/incident';
import { isNamed } from '@watchdesk/domain/naming';
import type pg from 'pg';
import type { Place } from './places.ts';

const MOST = 500;

/** One without a region, or with one whose place nobody knows, is at no place and still listed. */
export async function incidentsOnMap(
  queryable: Pick<pg.Pool, 'query'>,
  workspaceId: string,
  { from, to }: { readonly from: number; readonly to: number },
  places: readonly Place[],
) {
  const { rows } = await queryable.query<{ state: IncidentState }>(
    `select state from incident where workspace_id = $1 and state is not null and stage not in ('proposed', 'dismissed') and opened_at < $2
     order by opened_at desc limit ${MOST}`,
    [workspaceId, new Date(to)],
  );
  const named = (text: string) => places.filter(({ id, name }) => isNamed([id, name], text));
  return rows.flatMap(({ state }) => {
    const startedAt = state.startedAt ?? state.declaredAt;
    const endedAt = resolvedAtOf(state);
    if (startedAt === null || startedAt >= to || (endedAt !== null && endedAt < from)) return [];
    return {
      id: state.id,
      title: state.title,
      severity: state.severity satisfies Severity,
      stage: stageOf(state),
      startedAt: new Date(startedAt).toISOString(),
      endedAt: endedAt === null ? null : new Date(Math.max(endedAt, startedAt)).toISOString(),
      services: [...state.affected.services],
      regions: [...state.affected.regions],
      places: state.affected.regions.flatMap(named),
    };
  });
}
