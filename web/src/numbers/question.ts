/** A question to the catalogue as the page holds it: of a period that moves with the clock, in the words of the API. */
import type { ExplainBody, QueryBody } from '../api/client.ts';
import type { Stage } from '@watchdesk/domain/metrics';
import type { Grain } from '../charts/index.ts';
import { daysOf, isNamed, rangeOf, type NamedPeriod, type Period } from '../period/period.ts';
import type { TimeCounted } from './time-counted.ts';

export interface Filter {
  dimension: string;
  values: readonly string[];
  not?: boolean;
}

/** Two instants, `to` excluded. */
export interface Span {
  from: string;
  to: string;
}

/** Where and when. */
export interface Context {
  /** A period as it stands in the URL, or two instants. */
  period: Period | Span;
  timeZone: string;
  filters?: readonly Filter[];
  calendar?: TimeCounted;
}

export interface Having {
  metric: string;
  compare: '<' | '<=' | '>' | '>=';
  value: number;
}

export interface Question extends Context {
  metrics: readonly string[];
  dimensions?: readonly string[];
  grain?: Grain;
  compare?: 'previous' | 'lastYear';
  /** Of what else the same figures are given beside; without a filter, of everything. */
  segment?: readonly Filter[];
  /** Beside the benchmarks of which stage; the workspace's where left out. */
  benchmark?: Stage;
  having?: readonly Having[];
  order?: { by: string; direction: 'asc' | 'desc' };
  limit?: number;
}

/** One number: what the explanation and the tickets behind it are asked of. */
export interface Subject extends Context {
  metric: string;
}

/** In the words of the API: what moves with the clock by its name, so that the server moves it. */
function spanOf(period: Context['period'], now: number, timeZone: string): Span | { last: NamedPeriod } {
  if (typeof period === 'object') return { from: period.from, to: period.to };
  if (isNamed(period)) return { last: period };
  const { from, to } = rangeOf(period, now, timeZone);
  return { from: new Date(from).toISOString(), to: new Date(to).toISOString() };
}

const contextBody = ({ period, timeZone, filters = [], calendar }: Context, now: number) => ({
  period: spanOf(period, now, timeZone),
  timeZone,
  ...(filters.length > 0 ? { filters } : {}),
  ...(calendar ? { calendar } : {}),
});

/** What POST /query is sent. The page holds ids as texts; the server knows which there are. */
export function queryBody(question: Question, now: number): QueryBody {
  const { metrics, dimensions = [], grain, compare, segment, benchmark, having = [], order, limit } = question;
  return {
    metrics,
    ...(dimensions.length > 0 ? { dimensions } : {}),
    ...contextBody(question, now),
    ...(grain ? { grain } : {}),
    ...(compare ? { compare } : {}),
    ...(segment ? { segment } : {}),
    ...(benchmark ? { benchmark } : {}),
    ...(having.length > 0 ? { having } : {}),
    ...(order ? { order } : {}),
    ...(limit ? { limit } : {}),
  } as QueryBody;
}

/** What POST /query/explain and, with a page, POST /query/drill are sent. */
export const subjectBody = (subject: Subject, now: number): ExplainBody =>
  ({ metric: subject.metric, ...contextBody(subject, now) }) as ExplainBody;

const DAY_MS = 86_400_000;

/** The grain in which a period reads well: some dozens of points. */
export function usualGrain(period: Period): Grain {
  if (period === 'quarter' || period === 'lastQuarter') return 'week';
  const days = daysOf(period);
  const length = days ? (Date.parse(days.last) - Date.parse(days.first)) / DAY_MS + 1 : Number.parseInt(period, 10);
  if (period === '24h' || length <= 2) return 'hour';
  if (length <= 62) return 'day';
  return length <= 500 ? 'week' : 'month';
}
