/** What is explored, as it stands in the URL: a view is a link. Period and zone are those that all places share. */
import type { Stage } from '@watchdesk/domain/metrics';
import type { Grain } from '../../charts/index.ts';
// The router reads every address with this, so it takes no more of the numbers than that needs.
import { CHART_KINDS, usualKind, type ChartKind } from '../../numbers/chart-kind.ts';
import { readFilters } from '../../numbers/explain-search.ts';
import { usualGrain, type Filter, type Having, type Question } from '../../numbers/question.ts';
import type { Period } from '../../period/period.ts';

export interface ExploreSearch {
  /** Ids, comma-separated, so that an address stays readable. Left out: the first look. */
  metrics?: string;
  by?: string;
  grain?: Grain;
  compare?: 'previous' | 'lastYear';
  /** Of which other tickets the same is shown beside; without a filter, of all. */
  beside?: readonly Filter[];
  stage?: Stage;
  calendar?: 'elapsed' | 'business';
  as?: ChartKind;
  /** A metric or dimension; with a minus before it from the largest down. */
  order?: string;
  limit?: number;
  where?: readonly Filter[];
  having?: readonly Having[];
  /** The kept question it began from. Without anything else: it as it was kept. */
  saved?: string;
}

/** Undefined takes a choice back. */
export type Change = { [Key in keyof ExploreSearch]: ExploreSearch[Key] | undefined };

export const EXPLORE_NAMES = [
  'metrics',
  'by',
  'grain',
  'compare',
  'beside',
  'stage',
  'calendar',
  'as',
  'order',
  'limit',
  'where',
  'having',
  'saved',
] as const;

export const GRAINS = ['hour', 'day', 'week', 'month'] as const;
export const COMPARES = ['<', '<=', '>', '>='] as const;
/** The API answers no more. */
export const MOST = { metrics: 30, dimensions: 3, limit: 1000 } as const;
/** Named here, since the router reads every address with this and needs nothing else of the catalogue. */
export const STAGES: readonly Stage[] = ['startup', 'growth', 'scale', 'enterprise'];
const LONGEST_ID = 200;
const FIRST_LOOK = ['created', 'resolved'];

const oneOf = <T extends string>(allowed: readonly T[], value: unknown): T | undefined => allowed.find((one) => one === value);
const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

const idsOf = (text: unknown): string[] =>
  typeof text === 'string' ? [...new Set(text.split(',').map((id) => id.trim()))].filter((id) => id !== '') : [];

function readHaving(value: unknown): Having[] {
  return (Array.isArray(value) ? value : []).filter(isRecord).flatMap(({ metric, compare, value: limit }) => {
    const sign = oneOf(COMPARES, compare);
    return typeof metric === 'string' && sign && typeof limit === 'number' ? [{ metric, compare: sign, value: limit }] : [];
  });
}

/** Whatever the query string holds, only what can be understood comes out. What is no metric the API refuses at its field. */
export function readExploreSearch(raw: Record<string, unknown>): ExploreSearch {
  const [metrics, by] = [idsOf(raw['metrics']), idsOf(raw['by'])];
  const [where, having] = [readFilters(raw['where']), readHaving(raw['having'])];
  const { order, limit, saved } = raw;
  const read = {
    metrics: metrics.length > 0 ? metrics.join(',') : undefined,
    by: by.length > 0 ? by.join(',') : undefined,
    grain: oneOf(GRAINS, raw['grain']),
    compare: oneOf(['previous', 'lastYear'] as const, raw['compare']),
    beside: Array.isArray(raw['beside']) ? readFilters(raw['beside']) : undefined,
    stage: oneOf(STAGES, raw['stage']),
    calendar: oneOf(['elapsed', 'business'] as const, raw['calendar']),
    as: oneOf(CHART_KINDS, raw['as']),
    order: typeof order === 'string' && order !== '' ? order : undefined,
    limit: typeof limit === 'number' && Number.isInteger(limit) && limit > 0 ? limit : undefined,
    where: where.length > 0 ? where : undefined,
    having: having.length > 0 ? having : undefined,
    saved: typeof saved === 'string' && saved !== '' && saved.length <= LONGEST_ID ? saved : undefined,
  };
  return Object.fromEntries(Object.entries(read).filter(([, value]) => value !== undefined));
}

/** The address with the first look written out, so that a change of it changes that alone. */
export const lookedAt = (search: ExploreSearch, period: Period): ExploreSearch =>
  search.metrics ? search : { metrics: FIRST_LOOK.join(','), grain: usualGrain(period), as: 'line' };

/** The kept question that the address names without saying more; null where it says what is asked. */
export const openedBy = ({ metrics, saved }: ExploreSearch): string | null => (metrics === undefined ? (saved ?? null) : null);

/** The question of an address. */
export function questionOf(search: ExploreSearch, period: Period, timeZone: string): Question {
  const { metrics, by, grain, compare, beside, stage, calendar, order, limit, where, having } = lookedAt(search, period);
  return {
    metrics: idsOf(metrics),
    period,
    timeZone,
    ...(by ? { dimensions: idsOf(by) } : {}),
    ...(grain ? { grain } : {}),
    ...(compare ? { compare } : {}),
    ...(beside ? { segment: beside } : {}),
    ...(stage ? { benchmark: stage } : {}),
    ...(calendar ? { calendar } : {}),
    ...(order ? { order: { by: order.replace(/^-/, ''), direction: order.startsWith('-') ? ('desc' as const) : ('asc' as const) } } : {}),
    ...(limit ? { limit } : {}),
    ...(where ? { filters: where } : {}),
    ...(having ? { having } : {}),
  };
}

export const kindOf = (search: ExploreSearch, question: Question): ChartKind => search.as ?? usualKind(question);
