/** What is missed for too long, and alerts that time alone changes: heard for each workspace by itself, so that none holds up another. */
import { inTransaction, type Postgres } from '../store/postgres/index.ts';
import type { Clock } from '../clock.ts';
import type pg from 'pg';
import type { Heard } from './hear.ts';
import type { RuleSet, RuleSets } from './rule-sets.ts';
import { holdRules } from './rules-lock.ts';
import { dueTicks, dueWorkspaces, forgetTicks, heardOfTimers, takeTimers } from './timers.ts';

/** So many of a workspace in one turn, so that a storm there holds up no other. */
const AT_ONCE = 500;

/** Writes what was heard, and tells those who are to be told. */
export type WriteHeard = (client: pg.PoolClient, workspaceId: string, set: RuleSet, heard: readonly Heard[]) => Promise<void>;

interface DueParts {
  readonly postgres: Pick<Postgres, 'pool'>;
  readonly clock: Clock;
  readonly ruleSets: RuleSets;
  readonly write: WriteHeard;
}

export function createDue({ postgres: { pool }, clock, ruleSets, write }: DueParts) {
  const hearTimers = async (workspaceId: string): Promise<boolean> => {
    const now = clock.now();
    return inTransaction(pool, async (client) => {
      await holdRules(client, workspaceId);
      const due = await takeTimers(client, workspaceId, now, AT_ONCE);
      if (due.length === 0) return false;
      const set = await ruleSets.of(client, workspaceId);
      await write(client, workspaceId, set, await heardOfTimers(client, workspaceId, due, set, now));
      return due.length === AT_ONCE;
    });
  };

  const hearTicks = async (workspaceId: string): Promise<boolean> => {
    const now = clock.now();
    const ticks = await dueTicks(pool, workspaceId, now, AT_ONCE);
    if (ticks.length === 0) return false;
    return inTransaction(pool, async (client) => {
      await holdRules(client, workspaceId);
      const set = await ruleSets.of(client, workspaceId);
      const heard = ticks.flatMap(({ rule: id, key, at }): Heard[] => {
        const rule = set.byId.get(id);
        return rule ? [{ rule, signal: { type: 'tick', at: at.getTime(), key } }] : [];
      });
      await write(client, workspaceId, set, heard);
      // Of a rule that was set aside somebody may have snoozed an alert since: nothing wakes it, and it must not be due for ever.
      await forgetTicks(
        client,
        workspaceId,
        ticks.filter(({ rule }) => !set.byId.has(rule)),
      );
      return ticks.length === AT_ONCE;
    });
  };

  return {
    /** Those where something is due now. */
    workspaces: () => dueWorkspaces(pool, clock.now()),
    /** A turn of it; answers whether there is more. */
    async hear(workspaceId: string): Promise<boolean> {
      const [timers, ticks] = [await hearTimers(workspaceId), await hearTicks(workspaceId)];
      return timers || ticks;
    },
  };
}
