/** What the audit log says of simulations: who had what played through, how that ended, and what is kept of it under which name. */
import type { SimulationSpec } from '@watchdesk/domain/outage-simulation';
import type pg from 'pg';
import { appendAudit, type AuditAction, type Who } from '../audit/index.ts';
import type { Clock } from '../clock.ts';
import { inTransaction, type Postgres } from '../store/postgres/index.ts';

interface Player {
  readonly workspaceId: string;
  readonly who: Who;
}

export function createNotes({ postgres: { pool }, clock }: { readonly postgres: Postgres; readonly clock: Clock }) {
  /** With what is done, where it was done. */
  const noted = (
    { workspaceId, who }: Player,
    { action, id, name, after }: { action: AuditAction; id: string; name: string | null; after?: object },
    work: (client: pg.PoolClient) => Promise<boolean> = async () => true,
  ): Promise<boolean> =>
    inTransaction(pool, async (client) => {
      const isDone = await work(client);
      const subject = { kind: 'outage_simulation', id, name } as const;
      if (isDone) await appendAudit(client, { workspaceId, who, now: clock.now() }, { action, subject, after: after ?? null });
      return isDone;
    });

  return {
    noted,
    /** Of one that is played under this id. What is refused before it begins is not told of. */
    playing(player: Player, id: string, spec: SimulationSpec) {
      const name = `${spec.scenario.severity} at ${spec.scenario.startAt}`;
      let isBegun = false;
      return {
        async begins(): Promise<void> {
          await noted(player, { action: 'outage_simulation.started', id, name, after: spec });
          isBegun = true;
        },
        async ends(outcome: 'answered' | 'stopped' | 'failed', runs: number): Promise<void> {
          if (isBegun) await noted(player, { action: 'outage_simulation.ended', id, name, after: { outcome, runs } });
        },
      };
    },
  };
}
