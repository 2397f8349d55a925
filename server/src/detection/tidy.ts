/** What is over: proposals that nobody took up are set aside after a day, and those that are decided keep nobody's words. */
import { proposalWithout, stateWithout, withoutPeople } from '@watchdesk/domain/incident/detection';
import { inTransaction, type Postgres } from '../store/postgres/index.ts';
import { memoryOf, recordsWhere } from './records.ts';

/** Somebody who comes in the morning is to see what the night brought. */
const WAITS_MS = 24 * 3_600_000;

/** `now` in ms. */
export async function tidyProposals({ pool }: Postgres, workspaceId: string, now: number): Promise<void> {
  await pool.query(
    `update detection_proposal set settled = 'over', due = true
     where workspace_id = $1 and verdict is null and settled is null and ended_at < $2`,
    [workspaceId, new Date(now - WAITS_MS)],
  );
  const decided = 'not is_bare and ended_at is not null and (verdict is not null or settled is not null)';
  for (const { id, proposal } of await recordsWhere(pool, workspaceId, decided))
    await pool.query('update detection_proposal set proposal = $3, is_bare = true where workspace_id = $1 and id = $2', [
      workspaceId,
      id,
      JSON.stringify(withoutPeople(proposal)),
    ]);
}

/** Takes a customer who is erased out of all that is remembered. Whoever hears for the workspace begins anew from that. */
export function forgetHeard({ pool }: Postgres, workspaceId: string, customer: string): Promise<void> {
  return inTransaction(pool, async (client) => {
    await client.query('select from detection where workspace_id = $1 for update', [workspaceId]);
    const { state } = await memoryOf(client, workspaceId);
    await client.query('update detection set state = coalesce($2, state), revision = revision + 1 where workspace_id = $1', [
      workspaceId,
      state === null ? null : JSON.stringify(stateWithout(state, customer)),
    ]);
    const theirs = `not is_bare and proposal->'tickets' @> $2::jsonb`;
    for (const { id, proposal } of await recordsWhere(client, workspaceId, theirs, [JSON.stringify([{ customer }])]))
      await client.query('update detection_proposal set proposal = $3 where workspace_id = $1 and id = $2', [
        workspaceId,
        id,
        JSON.stringify(proposalWithout(proposal, customer)),
      ]);
  });
}
