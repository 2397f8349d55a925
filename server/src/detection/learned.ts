/** What detection learned from what people made of its proposals, and how it is taken back. */
import { cellKey, unlearned } from '@watchdesk/domain/incident/detection';
import { appendAudit, type Who } from '../audit/index.ts';
import type { Clock } from '../clock.ts';
import { namesOf } from '../directory/index.ts';
import { inTransaction, type Postgres } from '../store/postgres/index.ts';
import { memoryOf } from './records.ts';

interface Parts {
  readonly postgres: Postgres;
  readonly clock: Clock;
}

/** So many are shown, those judged last. */
const MOST_SHOWN = 50;

/** The newest first. `factor`: how likely by chance the like may be to be proposed, against what nobody has judged; below 1 it has to stand out more. */
export async function learnedOf({ pool }: Postgres, workspaceId: string) {
  // Memory that is broken is said as trouble, and has nothing that could be shown.
  const state = await memoryOf(pool, workspaceId).then(
    (memory) => memory.state,
    (error: unknown) => {
      if (error instanceof SyntaxError) return null;
      throw error;
    },
  );
  const all = (state?.leniency ?? []).filter(({ steps }) => steps !== 0).toReversed();
  const shown = all.slice(0, MOST_SHOWN);
  const sites = shown.flatMap(({ cell: { place } }) => (place.kind === 'site' ? [['site', place.site] as const] : []));
  const names = await namesOf(pool, workspaceId, sites);
  return {
    learned: shown.map(({ cell, steps }) => {
      const { place, topic } = cell;
      const site = place.kind === 'site' ? (names.of('site', place.site).name ?? place.site) : null;
      return {
        key: cellKey(cell),
        place: { kind: place.kind, name: place.kind === 'region' ? place.region : site },
        topic: { kind: topic.kind, name: topic.kind === 'any' ? null : topic.name },
        factor: 10 ** steps,
      };
    }),
    learnedInAll: all.length,
  };
}

/** Of one cell, or all of it. What was proposed and decided stays, and what became usual by a dismissal too. Nothing where there is none. */
export async function forgetLearned(
  { postgres: { pool }, clock }: Parts,
  workspaceId: string,
  key: string | undefined,
  who: Who,
): Promise<void> {
  await inTransaction(pool, async (client) => {
    await client.query('select from detection where workspace_id = $1 for update', [workspaceId]);
    const { state } = await memoryOf(client, workspaceId);
    if (state === null) return;
    const leniency = unlearned(state.leniency, key);
    if (leniency.length === state.leniency.length) return;
    // Whoever listens begins anew from this.
    await client.query('update detection set state = $2, revision = revision + 1 where workspace_id = $1', [
      workspaceId,
      JSON.stringify({ ...state, leniency }),
    ]);
    await appendAudit(
      client,
      { workspaceId, who, now: clock.now() },
      {
        action: 'detection.unlearned',
        subject: { kind: 'detection', id: workspaceId, name: null },
        before: { learned: state.leniency.length },
        after: { learned: leniency.length },
      },
    );
  });
}
