/** How a dashboard is looked at, as it stands in the URL beside period and zone: filters, what is compared with, how time counts, and whether it is being arranged. */
import { readFilters } from '../../numbers/explain-search.ts';
import type { Filter } from '../../numbers/question.ts';
import type { TimeCounted } from '../../numbers/time-counted.ts';
import type { Comparison } from '../../tiles/asked.ts';

export const COMPARISONS: readonly Comparison[] = ['previous', 'lastYear', 'none'];

export interface DashboardSearch {
  filters?: Filter[];
  /** Left out: as each tile has it. */
  compare?: Comparison;
  /** Left out: as each tile has it. */
  calendar?: TimeCounted;
  edit?: true;
}

/** What cannot be understood is left out. */
export function readDashboardSearch({ filters, compare, calendar, edit }: Record<string, unknown>): DashboardSearch {
  const found = readFilters(filters);
  const comparison = COMPARISONS.find((one) => one === compare);
  return {
    ...(found.length > 0 ? { filters: found } : {}),
    ...(comparison ? { compare: comparison } : {}),
    ...(calendar === 'elapsed' || calendar === 'business' ? { calendar } : {}),
    ...(edit === true || edit === 1 ? { edit: true as const } : {}),
  };
}
