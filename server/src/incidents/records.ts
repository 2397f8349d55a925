/** The stored incidents. */
import type { IncidentState } from '@watchdesk/domain/incident';
import type pg from 'pg';
import { Refusal } from '../errors.ts';

export type Queryable = Pick<pg.Pool, 'query'>;

export async function stateOf(queryable: Queryable, workspaceId: string, id: string): Promise<IncidentState | null> {
  const { rows } = await queryable.query<{ state: IncidentState | null }>(
    'select state from incident where workspace_id = $1 and id = $2',
    [workspaceId, id],
  );
  return rows[0]?.state ?? null;
}

export const noSuchIncident = (id: string): Refusal => new Refusal('not_found', `There is no incident ${JSON.stringify(id)}.`);

/** A moment of its timeline. */
export interface TimelineItem {
  readonly id: string;
  readonly source: string;
  readonly at: number;
  readonly type: string;
  readonly actor: { readonly kind: string; readonly id: string | null };
  readonly data: Readonly<Record<string, unknown>>;
  /** Of a link: the ticket. */
  readonly ticket: string | null;
  /** It was said, and what came late says otherwise. */
  readonly isSuperseded: boolean;
}
