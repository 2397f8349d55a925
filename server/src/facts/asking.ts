/** The words that questions to the facts share: the instants and buckets they speak of, and their rows. */
import type { Analytics } from '../store/analytics/index.ts';
import type { Grain } from './period.ts';

export const instant = (name: string): string => `fromUnixTimestamp64Milli({${name}: Int64})`;

/** The day of an instant, as rows lie by days (domain/src/fact/days.ts): what is before all days is on the first. */
export const dayOf = (name: string): string => `toDate(fromUnixTimestamp64Milli(greatest({${name}: Int64}, 0)), 'UTC')`;

export type WeekStart = 'monday' | 'sunday';

/** The first instant of the local hour, day, week or month. */
export const bucketOf = (column: string, grain: Grain, weekStart: WeekStart = 'monday'): string => {
  const start = {
    hour: `toStartOfHour(${column}, {timeZone: String})`,
    day: `toStartOfDay(${column}, {timeZone: String})`,
    week: `toStartOfWeek(${column}, ${weekStart === 'monday' ? 1 : 0}, {timeZone: String})`,
    month: `toStartOfMonth(${column}, {timeZone: String})`,
  }[grain];
  return `toInt64(toUnixTimestamp(toDateTime(${start}, {timeZone: String}))) * 1000`;
};

/** Rows as objects; NaN, which an average of nothing is, becomes null. `withinMs`: else it is given up and rejects. */
export async function rowsOf<Found>(
  { reader }: Analytics,
  query: string,
  params: Record<string, unknown>,
  { withinMs }: { withinMs?: number } = {},
): Promise<Found[]> {
  const answer = await reader.query({
    query,
    format: 'JSONEachRow',
    query_params: params,
    ...(withinMs !== undefined && { abort_signal: AbortSignal.timeout(withinMs) }),
    clickhouse_settings: { output_format_json_quote_denormals: 0, output_format_json_quote_64bit_integers: 0 },
  });
  return answer.json<Found>();
}
