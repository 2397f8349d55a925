/** The catalogue asked hour by hour over a long time: a week of hours is one question with a series, out of which each hour is read. */
import { HOUR_MS } from '@watchdesk/domain/alerting';
import type { Metrics } from '../metrics/index.ts';

type Query = Metrics['query'];
type Table = Awaited<ReturnType<Query>>;

/** Two hundred thousand values are the most that an answer holds: of a thousand groups a week of hours. */
const CHUNK_MS = 168 * HOUR_MS;

/** Answers as `query` does; what is asked of one hour comes from the series of its week. In zones whose hours begin at other minutes it is asked by itself. */
export function hourly(query: Query): Query {
  const chunks = new Map<string, Promise<Table>>();
  return async (asker, question) => {
    const { from, to } = question.period ?? {};
    if (from === undefined || to === undefined || to - from !== HOUR_MS) return query(asker, question);
    const start = Math.floor(from / CHUNK_MS) * CHUNK_MS;
    const key = JSON.stringify([start, { ...question, period: null }]);
    const whole = chunks.get(key) ?? query(asker, { ...question, grain: 'hour', period: { from: start, to: start + CHUNK_MS } });
    chunks.set(key, whole);
    return hourOf(await whole, from) ?? query(asker, question);
  };
}

function hourOf({ total, groups, ...table }: Table, from: number): Table | null {
  const at = new Date(from).toISOString();
  const place = total.series.findIndex((point) => point.at === at && !point.incomplete);
  if (place < 0) return null;
  return {
    ...table,
    total: { values: total.series[place]!.values, series: [] },
    groups: groups.map((group) => ({ ...group, values: group.series[place]!.values, series: [] })),
  };
}
