/** What an incident cost, by the rates of its policy, or of today's where its own says none, and what the directory says of people's hours. */
import { type Cost, costOf, type IncidentState, type LinkedTicket } from '@watchdesk/domain/incident';
import { policyOf } from './policy.ts';
import type { Queryable } from './records.ts';

/** As of `now`, in milliseconds. */
export async function costIn(
  queryable: Queryable,
  workspaceId: string,
  state: IncidentState,
  linked: readonly LinkedTicket[],
  now: number,
): Promise<Cost> {
  const terms = state.policy.costs ?? (await policyOf(queryable, workspaceId)).policy.costs;
  const { rows } = await queryable.query<{ id: string; hourly: number | null }>(
    `select id, (state->'attributes'->>'hourlyCost')::float8 as hourly from directory where workspace_id = $1 and kind = 'agent' and id = any($2)`,
    [workspaceId, [...new Set(state.stints.map(({ agent }) => agent))]],
  );
  const hourly = new Map(rows.map((row) => [row.id, row.hourly]));
  return costOf(state, linked, terms, (agent) => hourly.get(agent) ?? null, now);
}
