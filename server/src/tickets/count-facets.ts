/**
 * How many tickets in sight each value of a field has. A facet leaves its own filter out, so that the other choices stay
 * visible; the facets that are not filtered are counted together in one scan.
 */
import { PRIORITIES, STATUSES, SUPPORT_TIERS } from '@watchdesk/domain/event';
import { type RawBuilder, sql } from 'kysely';
import { refuseBlind, type Sight } from '../accounts/index.ts';
import { type NamedKind, namesOf } from '../directory/index.ts';
import type { Postgres } from '../store/postgres/index.ts';
import { matching, type TicketFilters } from './filters.ts';

const FACETS = ['status', 'priority', 'team', 'assignee', 'channel', 'category', 'product', 'supportTier', 'customerTier'] as const;
export type FacetName = (typeof FACETS)[number];

export interface FacetValue {
  value: string;
  label: string;
  count: number;
}

const EXPRESSIONS: Record<FacetName, RawBuilder<string | null>> = {
  status: sql`t.status`,
  priority: sql`t.priority`,
  team: sql`t.team`,
  assignee: sql`t.assignee`,
  channel: sql`t.channel`,
  category: sql`t.category`,
  product: sql`t.product`,
  supportTier: sql`t.support_tier`,
  customerTier: sql`t.organisation`,
};

/** Counted by organisation and added up by its tier, because the tier stands with the organisation. */
const NAMED: Partial<Record<FacetName, NamedKind>> = { team: 'team', assignee: 'agent', customerTier: 'organisation' };
const ORDERS: Partial<Record<FacetName, readonly string[]>> = { status: STATUSES, priority: PRIORITIES, supportTier: SUPPORT_TIERS };
const MOST_VALUES = 200;

interface Count {
  readonly facet: FacetName;
  readonly value: string | null;
  readonly count: number;
}

export async function countFacets(
  postgres: Postgres,
  workspaceId: string,
  sight: Sight,
  filters: TicketFilters,
): Promise<Record<FacetName, FacetValue[]>> {
  refuseBlind(sight);
  const isFiltered = (facet: FacetName) => (filters[facet]?.length ?? 0) > 0;
  const together = FACETS.filter((facet) => !isFiltered(facet));
  const counts = await Promise.all([
    countTogether(postgres, workspaceId, sight, filters, together),
    ...FACETS.filter(isFiltered).map((facet) => countTogether(postgres, workspaceId, sight, filters, [facet], facet)),
  ]);
  return labelled(postgres, workspaceId, counts.flat());
}

async function countTogether(
  { db }: Postgres,
  workspaceId: string,
  sight: Sight,
  filters: TicketFilters,
  facets: readonly FacetName[],
  leaveOut?: FacetName,
): Promise<Count[]> {
  if (facets.length === 0) return [];
  const sets = sql.join(facets.map((facet) => sql`(${EXPRESSIONS[facet]})`));
  // grouping() is 0 for the column that made the row, so the first such column names the facet.
  const facet = sql<FacetName>`case ${sql.join(
    facets.map((name) => sql`when grouping(${EXPRESSIONS[name]}) = 0 then ${name}`),
    sql` `,
  )} end`;
  const value = sql<string | null>`case ${sql.join(
    facets.map((name) => sql`when grouping(${EXPRESSIONS[name]}) = 0 then ${EXPRESSIONS[name]}`),
    sql` `,
  )} end`;
  return matching(db, workspaceId, sight, filters, leaveOut)
    .select([facet.as('facet'), value.as('value'), sql<number>`count(*)`.as('count')])
    .groupBy(sql`grouping sets (${sets})` as never)
    .execute();
}

async function labelled({ pool }: Postgres, workspaceId: string, counts: readonly Count[]): Promise<Record<FacetName, FacetValue[]>> {
  const names = await namesOf(
    pool,
    workspaceId,
    counts.flatMap(({ facet, value }) => (NAMED[facet] ? [[NAMED[facet], value] as const] : [])),
  );
  const facets = Object.fromEntries(FACETS.map((facet) => [facet, [] as FacetValue[]])) as Record<FacetName, FacetValue[]>;
  for (const { facet, value, count } of counts) {
    const own = facet === 'customerTier' ? (names.organisation(value)?.customerTier ?? null) : value;
    const same = facets[facet].find((one) => one.value === (own ?? 'none'));
    const kind = facet === 'customerTier' ? undefined : NAMED[facet];
    if (same) same.count += count;
    else facets[facet].push({ value: own ?? 'none', label: own === null ? 'None' : kind ? names.of(kind, own).name : own, count });
  }
  for (const facet of FACETS) facets[facet] = sorted(facet, facets[facet]).slice(0, MOST_VALUES);
  return facets;
}

function sorted(facet: FacetName, values: FacetValue[]): FacetValue[] {
  const order = ORDERS[facet];
  return values.toSorted((a, b) => (order ? place(order, a) - place(order, b) : b.count - a.count || (a.label < b.label ? -1 : 1)));
}

const place = (order: readonly string[], { value }: FacetValue) => (order.includes(value) ? order.indexOf(value) : order.length);
