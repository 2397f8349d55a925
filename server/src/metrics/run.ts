/**
 * Runs one statement within its bounds. Whoever asked may leave: the request is then closed, and with it ClickHouse ends the
 * query (`cancel_http_readonly_queries_on_client_close`).
 */
import { invalid, Refusal } from '../errors.ts';
import type { Analytics } from '../store/analytics/index.ts';
import type { Statement } from './scan.ts';

/** A dashboard of ten million tickets is answered within two seconds. The reader's account allows 20; memory is bounded by the account. */
const MOST_SECONDS = 15;
const SETTINGS = {
  output_format_json_quote_denormals: 0,
  output_format_json_quote_64bit_integers: 0,
  max_execution_time: MOST_SECONDS,
} as const;

export async function runStatement<Row>(
  { reader }: Analytics,
  { sql, params, mostGroups }: Statement,
  signal?: AbortSignal,
): Promise<Row[]> {
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
  if (code === '202')
    return new Refusal('unavailable', 'Too many questions are asked at once; try again in a moment.', { retryAfterSeconds: 5 });
  return undefined;
}
