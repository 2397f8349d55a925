/** The filters of a list of alerts; they stand in the address. */
import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { noticeMessages } from '../../notices/index.ts';
import { FacetFilter, FilterBar } from '../../ui/index.ts';
import { words } from './messages.ts';
import { type AlertSearch, chosenOf, type HistorySearch, SEVERITIES, valuesOf } from './search.ts';
import { useRules } from './rules/use-rules.ts';

interface AlertFiltersProps {
  search: AlertSearch;
  /** How many rows have it; nothing where that is not known. */
  countOf?: (kind: 'severity' | 'rule', value: string) => number | null;
  children?: ReactNode;
}

/** Changes what the address says of the list, and nothing else. */
export function useNarrow(): (change: { [Name in keyof HistorySearch]?: string | undefined }) => void {
  const navigate = useNavigate();
  return (change) => void navigate({ to: '.', search: ((before: object) => ({ ...before, ...change })) as never, replace: true });
}

const NO_COUNT = () => null;

export function AlertFilters({ search, countOf = NO_COUNT, children }: AlertFiltersProps) {
  const narrow = useNarrow();
  const { data: rules = [] } = useRules();
  const isNarrowed = Object.values(search).some((value) => value !== undefined);
  const clear = () => narrow({ severity: undefined, rule: undefined, status: undefined, ticket: undefined });
  return (
    <FilterBar label={words.filters.label} onClear={isNarrowed ? clear : undefined}>
      <FacetFilter
        label={words.filters.severity}
        options={SEVERITIES.map((value) => ({ value, label: noticeMessages.severities[value], count: countOf('severity', value) }))}
        selected={chosenOf(SEVERITIES, search.severity)}
        onChange={(chosen) => narrow({ severity: chosen.join(',') || undefined })}
      />
      <FacetFilter
        label={words.filters.rule}
        options={rules.map(({ id, spec: { name } }) => ({ value: id, label: name, count: countOf('rule', id) }))}
        selected={valuesOf(search.rule)}
        onChange={(chosen) => narrow({ rule: chosen.join(',') || undefined })}
      />
      {children}
    </FilterBar>
  );
}
