/**
 * Runs one statement within its bounds, and no more than some at a time. Whoever asked may leave: the request is then closed, and with it ClickHouse ends the
 * query (`cancel_http_readonly_queries_on_client_close`).
 */
import { invalid, Refusal } from '../errors.ts';
import type { Analytics } from '../store/analytics/index.ts';
import type { Statement } from './scan.ts';
import { createTurns, type Turns } from './turns.ts';

/** Once it is its turn. The reader's account allows 20; memory is bounded by the account. */
const MOST_SECONDS = 15;
const SETTINGS = {
  output_format_json_quote_denormals: 0,
  output_format_json_quote_64bit_integers: 0,
  max_execution_time: MOST_SECONDS,
} as const;

/** Each may take a quarter of the engine's memory, and each uses all cores. */
const AT_ONCE = 4;
const PATIENCE_MS = 30_000;
const turnsOf = new WeakMap<Analytics, Turns>();

/** Does the work when it is its turn among all that ask this store. */
export function inTurn<T>(analytics: Analytics, work: () => Promise<T>, signal?: AbortSignal): Promise<T> {
  const turns = turnsOf.get(analytics) ?? createTurns(AT_ONCE, PATIENCE_MS);
  turnsOf.set(analytics, turns);
  return turns.take(work, signal);
}

export const runStatement = <Row>(analytics: Analytics, statement: Statement, signal?: AbortSignal): Promise<Row[]> =>
  inTurn(analytics, () => runNow<Row>(analytics, statement, signal), signal);

/** For one whose turn it is. */
export async function runNow<Row>({ reader }: Analytics, { sql, params, mostGroups }: Statement, signal?: AbortSignal): Promise<Row[]> {
  try {
    const answer = await reader.query({
      query: sql,
      format: 'JSONEachRow',
      query_params: params,
      clickhouse_settings: {
        ...SETTINGS,
        ...(mostGroups !== undefined && { max_rows_to_group_by: String(mostGroups), group_by_overflow_mode: 'throw' }),
      },
      ...(signal && { abort_signal: signal }),
    });
    return await answer.json<Row>();
  } catch (error) {
    throw refusalOf(error, mostGroups) ?? error;
  }
}

/** ClickHouse's codes for what the bounds forbid. */
function refusalOf(error: unknown, mostGroups?: number): Refusal | undefined {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === '158') return invalid('dimensions', `make more than ${mostGroups} groups; filter them, or leave one out`);
  if (code === '159') return new Refusal('unavailable', `The question takes more than ${MOST_SECONDS} seconds; ask for a shorter period.`);
  if (code === '241')
    return new Refusal('unavailable', 'The question takes more memory than one may; ask for a shorter period or fewer groups.');
  // The facts are about to be made anew, and their tables with them.
  if (code === '60') return new Refusal('unavailable', 'The facts are being made anew; try again in a moment.', { retryAfterSeconds: 5 });
  if (code === '202')
    return new Refusal('unavailable', 'Too many questions are asked at once; try again in a moment.', { retryAfterSeconds: 5 });
  return undefined;
}
