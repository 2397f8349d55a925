/** Incidents that went on in some days, where their regions are. */
import type { Severity } from '@watchdesk/domain/event';
import { type IncidentState, severeSpansOf, spanOf, stageOf } from '@watchdesk/domain/incident';
import { isNamed } from '@watchdesk/domain/naming';
import type pg from 'pg';
import type { Place } from './places.ts';

const MOST = 500;
const iso = (at: number): string => new Date(at).toISOString();

/** One without a region, or with one whose place nobody knows, is at no place and still listed. */
export async function incidentsOnMap(
  queryable: Pick<pg.Pool, 'query'>,
  workspaceId: string,
  { from, to }: { readonly from: number; readonly to: number },
  places: readonly Place[],
) {
  const { rows } = await queryable.query<{ state: IncidentState }>(
    `select state from incident where workspace_id = $1 and state is not null and stage not in ('proposed', 'dismissed')
       and (opened_at < $2 or (state->>'startedAt')::float8 < $3 or (state->'review'->'stamps'->>'reportedAt')::float8 < $3)
     order by opened_at desc limit ${MOST}`,
    [workspaceId, new Date(to), to],
  );
  const named = (text: string) => places.filter(({ id, name }) => isNamed([id, name], text));
  return rows.flatMap(({ state }) => {
    const span = spanOf(state);
    if (span === null || span.from >= to || (span.to !== null && span.to < from)) return [];
    return {
      id: state.id,
      title: state.title,
      severity: state.severity satisfies Severity,
      stage: stageOf(state),
      startedAt: iso(span.from),
      endedAt: span.to === null ? null : iso(span.to),
      stretches: severeSpansOf(state).map((one) => ({
        startedAt: iso(one.from),
        endedAt: one.to === null ? null : iso(one.to),
        severity: one.severity,
      })),
      services: [...state.affected.services],
      regions: [...state.affected.regions],
      places: state.affected.regions.flatMap(named),
    };
  });
}
