/** What the rules of a workspace hear of what changed there: read, and not written yet. */
import type pg from 'pg';
import type { OutboxRow, Postgres } from '../store/postgres/index.ts';
import { heardOf } from './heard-events.ts';
import type { RuleSet, RuleSets } from './rule-sets.ts';
import { assignedIn } from './taken.ts';

interface PartParts {
  readonly postgres: Postgres;
  readonly ruleSets: RuleSets;
}

export type Part = Awaited<ReturnType<typeof readPart>>;

export async function readPart({ postgres: { pool }, ruleSets }: PartParts, workspaceId: string, rows: readonly OutboxRow[], now: number) {
  const set = await ruleSets.of(pool, workspaceId);
  const assigned = isOnPromises(set) ? assignedIn(rows) : [];
  return { workspaceId, rows, set, assigned, ...(await heardOf(pool, workspaceId, rows, set, now)) };
}

/**
 * By the rules that hold now that nobody changes them, within the transaction that sees to that: one that was turned off while the part was read would fire, and nothing
 * would end its alert.
 */
export const asRuled = async (parts: PartParts, client: pg.PoolClient, part: Part, now: number): Promise<Part> =>
  (await parts.ruleSets.of(client, part.workspaceId)) === part.set ? part : readPart(parts, part.workspaceId, part.rows, now);

const isOnPromises = ({ index: { types } }: RuleSet): boolean => types.has('sla.warned') || types.has('sla.breached');
