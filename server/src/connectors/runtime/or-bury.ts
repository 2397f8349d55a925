/** A payload that cannot be read whatever is done is buried whole after some attempts, so that it stands in nobody's way: there may be nothing wrong but with it. */
import { isUnavailable, Refusal } from '../../errors.ts';
import { inTransaction } from '../../store/postgres/index.ts';
import { CallFailed } from '../connector.ts';
import type { Reading, TurnParts } from './deliver.ts';
import { note, wholly } from './note-payload.ts';
import type { Payload } from './raw-payloads.ts';
import { TurnEnds } from './turn-ends.ts';

const MOST_ATTEMPTS = 3;

/** Throws what the work threw, unless it was the last attempt. */
export async function orBury(
  { postgres: { pool }, pace, signal }: Pick<TurnParts, 'postgres' | 'pace' | 'signal'>,
  reading: Reading,
  payload: Payload,
  work: () => Promise<void>,
): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (signal.aborted || isPassing(error)) throw error;
    const { workspaceId, id } = reading.linked;
    if (payload.attempts + 1 < MOST_ATTEMPTS) {
      await pool.query('update raw_payload set attempts = attempts + 1 where workspace_id = $1 and connection = $2 and id = $3', [
        workspaceId,
        id,
        payload.id,
      ]);
      throw error;
    }
    const dead = [wholly(payload, `failed ${MOST_ATTEMPTS} times: ${whyOf(error)}`)];
    await inTransaction(pool, (client) =>
      note(client, reading, payload, { warnings: [], dead, remember: {} }, { accepted: 0, newest: null, hints: [], now: pace.now() }),
    );
  }
}

/** Nothing that the payload is to blame for. */
function isPassing(error: unknown): boolean {
  if (error instanceof CallFailed) return error.kind === 'credentials' || error.kind === 'unreachable';
  return error instanceof TurnEnds || isUnavailable(error) || (error instanceof Refusal && error.code === 'unavailable');
}

/** What a bug says may hold anything. */
const whyOf = (error: unknown): string => (error instanceof CallFailed ? error.message : 'the log of the server says what went wrong');
