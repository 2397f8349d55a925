/** What an incident cost, and how much of that somebody is told; by the rates of its policy, or of today's where its own says none, and what the directory says of people's hours. */
import { type Cost, costOf, type IncidentState, type LinkedTicket } from '@watchdesk/domain/incident';
import type { ViewScope } from '../accounts/index.ts';
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

type CostShown = 'parts' | 'sum' | 'tickets';

/** An hour of fewer people than these could be reckoned from what they cost together (docs/adr/0024-few-people-are-not-summed-up.md). */
const FEW = 5;

export type CostScope = Pick<ViewScope, 'rows' | 'aggregate' | 'text'>;
const NOTHING: CostScope = { rows: { to: 'none' }, aggregate: { to: 'none' }, text: false };

/**
 * The parts are for whoever sees everybody's work one by one and summed up, companies for whoever may know the customers. Whoever may only sum up is told what
 * it cost, unless that tells of few people or companies; all others what its tickets cost.
 */
export function costFor(cost: Cost, { rows, aggregate, text }: CostScope = NOTHING): Cost & { shown: CostShown } {
  if (aggregate.to === 'all' && rows.to === 'all' && text) return { ...cost, shown: 'parts' };
  const isFew = [cost.people.length, cost.credits.length].some((count) => count > 0 && count < FEW);
  const shown = aggregate.to === 'all' && !isFew ? 'sum' : 'tickets';
  const { currency, tickets } = cost;
  const ofTickets = tickets.amount === null ? [] : [{ currency, amount: tickets.amount }];
  return { ...cost, people: [], credits: [], creditsUnknown: 0, totals: shown === 'sum' ? cost.totals : ofTickets, shown };
}
