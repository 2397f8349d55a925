/**
 * A question to one fact: measures by the instant they belong to, for the period, for the one before and for each
 * bucket, all in one scan. Reads with FINAL, binds every value, and answers null where a set is empty.
 */
import type { Analytics } from '../store/analytics/index.ts';
import type { Grain, Period } from './period.ts';

/** SQL of ours, never of a caller. */
export interface FactQuestion<Measure extends string> {
  readonly fact: string;
  /** The column whose instant decides the period (docs/definitions.md, D.0). */
  readonly at: string;
  readonly where?: string;
  readonly measures: { readonly [K in Measure]: string };
}

export type Measured<Measure extends string> = { readonly [K in Measure]: number | null };

export interface FactAnswer<Measure extends string> {
  readonly current: Measured<Measure>;
  readonly previous: Measured<Measure>;
  readonly bucket: (at: number) => Measured<Measure>;
}

/** Parameters of every question: the workspace, the period, the zone. */
export const boundTo = (workspaceId: string, { from, until, previous, timeZone }: Period) => ({
  workspaceId,
  from,
  until,
  previousFrom: previous.from,
  previousTo: previous.to,
  timeZone,
});

export const instant = (name: string): string => `fromUnixTimestamp64Milli({${name}: Int64})`;

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

/** Rows as objects; NaN, which an average of nothing is, becomes null. */
export async function rowsOf<Found>({ reader }: Analytics, query: string, params: Record<string, unknown>): Promise<Found[]> {
  const answer = await reader.query({
    query,
    format: 'JSONEachRow',
    query_params: params,
    clickhouse_settings: { output_format_json_quote_denormals: 0, output_format_json_quote_64bit_integers: 0 },
  });
  return answer.json<Found>();
}

interface Place {
  readonly side: 'current' | 'previous';
  readonly bucket: number;
  /** 1 for the row of a whole period. */
  readonly total: 0 | 1;
}
type Row<Measure extends string> = Measured<Measure> & Place;

export async function askFacts<Measure extends string>(
  analytics: Analytics,
  workspaceId: string,
  period: Period,
  { fact, at, where = 'true', measures }: FactQuestion<Measure>,
): Promise<FactAnswer<Measure>> {
  const names = Object.keys(measures) as Measure[];
  const inside = (from: string, to: string) => `${at} >= ${instant(from)} and ${at} < ${instant(to)}`;
  const rows = await rowsOf<Row<Measure>>(
    analytics,
    `select if(${at} >= ${instant('from')}, 'current', 'previous') as side, ${bucketOf(at, period.grain)} as bucket, grouping(bucket) as total,
       ${names.map((name) => `${measures[name]} as ${name}`).join(', ')}
     from ${fact} final
     where workspace_id = {workspaceId: String} and hidden = 0 and (${where})
       and (${inside('from', 'until')} or ${inside('previousFrom', 'previousTo')})
     group by grouping sets ((side), (side, bucket))`,
    boundTo(workspaceId, period),
  );
  // Of nothing there are none; anything else about nothing is not known.
  const nothing = Object.fromEntries(names.map((name) => [name, measures[name].startsWith('count') ? 0 : null])) as Measured<Measure>;
  const total = (side: Place['side']) => rows.find((row) => row.total === 1 && row.side === side) ?? nothing;
  const buckets = new Map(rows.filter((row) => row.total === 0 && row.side === 'current').map((row) => [row.bucket, row]));
  return { current: total('current'), previous: total('previous'), bucket: (start) => buckets.get(start) ?? nothing };
}
