/** How an alert stands, for whoever holds a link to it and sees nothing else of it. */
import type { AlertStatus } from '@watchdesk/domain/alerting';
import type { Queryable } from './rules.ts';

interface Row {
  readonly status: AlertStatus;
  readonly until: Date | null;
  readonly kind: string | null;
  readonly at: Date | null;
  readonly by: string | null;
}

const OPEN = { status: 'open', by: null, at: null, until: null } as const;

/** Who made it so, and when. Null where there is none. */
export async function standingOf(queryable: Queryable, workspaceId: string, id: string) {
  const { rows } = await queryable.query<Row>(
    `select a.status, a.snoozed_until as until, m.kind, m.at, m.actor as by from alert a
     left join lateral (select kind, at, actor from alert_moment m where m.workspace_id = a.workspace_id and m.alert = a.id and m.kind <> 'comment'
       order by ordinal desc limit 1) m on true
     where a.workspace_id = $1 and a.id = $2`,
    [workspaceId, id],
  );
  const [row] = rows;
  if (!row) return null;
  const { status, until, kind, at, by } = row;
  if (status === 'firing' || status === 'pending') return OPEN;
  const isFurther = status === 'superseded' && kind === 'overtaken';
  return {
    status: isFurther ? ('further' as const) : status === 'superseded' ? ('resolved' as const) : status,
    by,
    at: at?.toISOString() ?? null,
    until: status === 'snoozed' ? (until?.toISOString() ?? null) : null,
  };
}
