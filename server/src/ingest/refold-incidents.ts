/** Folds incidents anew that were stored by an earlier version of the fold, each in a transaction of its own, beside the living product. */
import type pg from 'pg';
import { inTransaction } from '../store/postgres/index.ts';
import { emptyIncidents, FOLD, foldIncidentsFromLog, lockIncidents, storeIncidents } from './write-incidents.ts';

/** How many there were. `now` in milliseconds. `onTrouble` hears of each that cannot be folded, and the others are; left out, that is thrown. */
export async function refoldIncidents(pool: pg.Pool, now: number, onTrouble?: (error: unknown) => void): Promise<number> {
  const { rows } = await pool.query<{ workspaceId: string; id: string }>(
    'select workspace_id as "workspaceId", id from incident where fold < $1 and state is not null order by workspace_id, id',
    [FOLD],
  );
  for (const { workspaceId, id } of rows)
    await inTransaction(pool, async (client) => {
      const [before] = (await lockIncidents(client, workspaceId, [id])).values();
      const states = await foldIncidentsFromLog(client, workspaceId, [id]);
      const changed = [...states.values()].map((state) => ({ state, announcedTo: before?.announcedTo ?? null }));
      await storeIncidents(client, workspaceId, changed, now);
      if (changed.length === 0) await emptyIncidents(client, workspaceId, [id]);
    }).catch((error: unknown) => {
      if (!onTrouble) throw error;
      onTrouble(new Error(`The incident ${id} cannot be folded anew.`, { cause: error }));
    });
  return rows.length;
}
