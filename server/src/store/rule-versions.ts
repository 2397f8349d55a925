/** The versions of policies and calendars as they are stored. They are only ever added (rules/versions.ts). */
import type { CalendarInput } from '@watchdesk/domain/calendar';
import type { PolicySpec } from '@watchdesk/domain/sla';
import type pg from 'pg';

export type Kind = 'policy' | 'calendar';
interface Specs {
  policy: PolicySpec;
  calendar: CalendarInput;
}

export interface StoredVersion<K extends Kind = Kind> {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  /** Null where the version retired it. */
  readonly spec: Specs[K] | null;
  /** Null: since ever. */
  readonly effectiveFrom: Date | null;
  readonly savedAt: Date;
  readonly savedBy: string | null;
}

const COLUMNS = 'id, version, name, spec, effective_from as "effectiveFrom", saved_at as "savedAt", saved_by as "savedBy"' as const;

/** All versions, each thing's in their order. */
export async function readVersions<K extends Kind>(
  queryable: Pick<pg.Pool, 'query'>,
  workspaceId: string,
  kind: K,
  id?: string,
): Promise<StoredVersion<K>[]> {
  const { rows } = await queryable.query<StoredVersion<K>>(
    `select ${COLUMNS} from ${kind}_version where workspace_id = $1 and ($2::text is null or id = $2) order by id, version`,
    [workspaceId, id ?? null],
  );
  return rows;
}
