/**
 * Which number is being explained, as it stands in the URL: a link shows the same explanation to whoever opens it. Period and
 * zone are those of the page, unless the number is of a stretch of its own, as one bar of a chart is.
 */
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo } from 'react';
import { usePeriod, useTimeZone } from '../period/viewing.ts';
import type { Context, Filter, Span, Subject } from './question.ts';
import type { TimeCounted } from './time-counted.ts';

export interface Explained {
  metric: string;
  filters?: readonly Filter[];
  calendar?: TimeCounted;
  /** Left out: the period of the page. */
  span?: Span;
}

export interface ExplainSearch {
  explain?: Explained;
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
const isInstant = (value: unknown): value is string => typeof value === 'string' && !Number.isNaN(Date.parse(value));

/** Filters of an address; what is none is left out. */
export function readFilters(value: unknown): Filter[] {
  return (Array.isArray(value) ? value : []).filter(isRecord).flatMap(({ dimension, values, not }) => {
    const texts = (Array.isArray(values) ? values : []).filter((one) => typeof one === 'string');
    return typeof dimension === 'string' && texts.length > 0 ? [{ dimension, values: texts, ...(not === true ? { not } : {}) }] : [];
  });
}

/** What cannot be understood is left out. */
export function readExplain({ explain }: Record<string, unknown>): ExplainSearch {
  if (!isRecord(explain) || typeof explain['metric'] !== 'string') return {};
  const filters = readFilters(explain['filters']);
  const { calendar, span } = explain;
  return {
    explain: {
      metric: explain['metric'],
      ...(filters.length > 0 ? { filters } : {}),
      ...(calendar === 'elapsed' || calendar === 'business' ? { calendar } : {}),
      ...(isRecord(span) && isInstant(span['from']) && isInstant(span['to']) ? { span: { from: span['from'], to: span['to'] } } : {}),
    },
  };
}

/** The number the address explains, or null. */
export function useExplained(): Subject | null {
  const { explain } = useSearch({ strict: false });
  const period = usePeriod();
  const timeZone = useTimeZone();
  return useMemo(() => {
    if (!explain) return null;
    const { span, ...subject } = explain;
    return { ...subject, period: span ?? period, timeZone };
  }, [explain, period, timeZone]);
}

/** Opens the explanation of a number, and closes it with null. */
export function useExplain(): (explained: Explained | null) => void {
  const navigate = useNavigate();
  return (explained) => {
    const search = (previous: Record<string, unknown>): Record<string, unknown> => ({ ...previous, explain: explained ?? undefined });
    void navigate({ to: '.', search: search as never, replace: explained === null, resetScroll: false });
  };
}

/** Explains the same number with its time counted in another way. */
export function useRecount(): (calendar: TimeCounted | undefined) => void {
  const { explain: explained } = useSearch({ strict: false });
  const explain = useExplain();
  return (calendar) => {
    if (!explained) return;
    const { calendar: _, ...others } = explained;
    explain({ ...others, ...(calendar ? { calendar } : {}) });
  };
}

/** A number of a question: of one of its groups, and of one of its buckets, where those are given. */
export function explainedOf(
  metric: string,
  { filters = [], calendar, period }: Pick<Context, 'filters' | 'calendar' | 'period'>,
  key: Readonly<Record<string, string>> = {},
  bucket?: Span,
): Explained {
  const all = [...filters, ...Object.entries(key).map(([dimension, value]) => ({ dimension, values: [value] }))];
  const span = bucket ?? (typeof period === 'object' ? period : undefined);
  return { metric, ...(all.length > 0 ? { filters: all } : {}), ...(calendar ? { calendar } : {}), ...(span ? { span } : {}) };
}
