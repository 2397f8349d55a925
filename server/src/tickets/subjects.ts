/** What tickets are about, for whoever may read it: looked up as it is shown, so that of whoever was erased nothing is found. */
import type pg from 'pg';
import { type Sight, sightSql, type ViewScope } from '../accounts/index.ts';

export interface SubjectReader {
  readonly workspaceId: string;
  readonly scope: ViewScope;
  readonly sight: Sight;
}

/** By the ids of the tickets; one that is out of sight, or has no subject, has no entry. */
export async function subjectsOf(pool: pg.Pool, reader: SubjectReader, tickets: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (tickets.length === 0 || !reader.scope.text) return new Map();
  const sees = sightSql(reader.sight, 2);
  const { rows } = await pool.query<{ id: string; subject: string | null }>(
    `select t.id, coalesce(s.fields->>'subject', s.fields->>'to') as subject from ticket t
     left join personal_data s on s.workspace_id = t.workspace_id and s.source = t.subject_source and s.event_id = t.subject_event
     where t.workspace_id = $1 and t.id = any($2) and ${sees.text}`,
    [reader.workspaceId, tickets, ...sees.values],
  );
  return new Map(rows.flatMap(({ id, subject }) => (subject === null ? [] : [[id, subject] as const])));
}
