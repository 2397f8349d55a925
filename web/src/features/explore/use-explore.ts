/** The question of the address, its answer's faults, and how to change it. */
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { askedAs, fits, useAnswer, useCatalogue, usualKind, type Catalogue, type ChartKind, type Question } from '../../numbers/index.ts';
import { usePeriod, useTimeZone } from '../../period/viewing.ts';
import { problemOf } from '../../ui/index.ts';
import { kindOf, lookedAt, questionOf, type Change, type ExploreSearch } from './search.ts';

const route = getRouteApi('/inside/explore');

export interface Explored {
  search: ExploreSearch;
  question: Question;
  kind: ChartKind;
  catalogue: Catalogue;
  /** What the API says of a field, by its first part: `metrics`, `dimensions`, `filters`. */
  faults: Readonly<Record<string, string>>;
  change: (change: Change) => void;
}

/** Several fields may be wrong in one way each. */
function faultsOf(error: unknown): Record<string, string> {
  if (!error) return {};
  return Object.fromEntries(problemOf(error).fields.map(({ field, message }) => [field.split('.')[0] ?? '', message]));
}

/** Null until the catalogue is there. */
export function useExplore(): Explored | null {
  const raw = route.useSearch();
  const navigate = useNavigate();
  const period = usePeriod();
  const timeZone = useTimeZone();
  const { data: catalogue } = useCatalogue();
  const question = useMemo(() => questionOf(raw, period, timeZone), [raw, period, timeZone]);
  const search = lookedAt(raw, period);
  const wanted = kindOf(search, question);
  const kind = catalogue && !fits(wanted, question, catalogue) ? usualKind(question) : wanted;
  const asked = useMemo(() => (catalogue ? askedAs(kind, question, catalogue) : null), [kind, question, catalogue]);
  const { error } = useAnswer(asked);
  if (!catalogue) return null;
  const change = (changed: Change) => {
    // Without a metric it is no longer what was kept, and would be fetched again as that.
    const begins = 'metrics' in changed && changed.metrics === undefined ? { saved: undefined } : {};
    const next = (previous: Record<string, unknown>) => ({ ...previous, ...search, ...changed, ...begins });
    void navigate({ to: '.', search: next as never, replace: true, resetScroll: false });
  };
  return { search, question, kind, catalogue, faults: faultsOf(error), change };
}
