/** The rulebook of each workspace, made once for every revision of its policies and calendars. */
import { createRulebook, type Rulebook } from '@watchdesk/domain/sla';
import type pg from 'pg';
import { readVersions, type StoredVersion } from './rule-versions.ts';

export interface Rulebooks {
  /** As of now, by the reading of this connection. */
  of(queryable: Pick<pg.Pool, 'query'>, workspaceId: string): Promise<Rulebook>;
}

interface Held {
  readonly revision: number;
  readonly rulebook: Rulebook;
}

/** Workspaces beyond this many give way to each other. */
const MOST_HELD = 500;

export function createRulebooks(): Rulebooks {
  const held = new Map<string, Held>();
  return {
    async of(queryable, workspaceId) {
      const { rows } = await queryable.query<{ revision: number }>({
        name: 'rules-revision',
        text: 'select rules_revision as revision from workspace where workspace_id = $1',
        values: [workspaceId],
      });
      const revision = rows[0]?.revision ?? 0;
      const known = held.get(workspaceId);
      if (known?.revision === revision) return known.rulebook;
      const rulebook = rulebookOf(
        await readVersions(queryable, workspaceId, 'policy'),
        await readVersions(queryable, workspaceId, 'calendar'),
      );
      if (held.size >= MOST_HELD) held.clear();
      held.set(workspaceId, { revision, rulebook });
      return rulebook;
    },
  };
}

export const rulebookOf = (policies: readonly StoredVersion<'policy'>[], calendars: readonly StoredVersion<'calendar'>[]): Rulebook =>
  createRulebook(policies.map(versionOf), calendars.map(versionOf));

const versionOf = <T>({
  id,
  version,
  spec,
  effectiveFrom,
}: {
  id: string;
  version: number;
  spec: T | null;
  effectiveFrom: Date | null;
}) => ({
  id,
  version,
  spec,
  from: effectiveFrom && Math.floor(effectiveFrom.getTime() / 1000),
});
