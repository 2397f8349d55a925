/**
 * Incidents that go on and whose calls did not go out in time, after a long stop or because word of them came late: each is paged once, with all that is owed now,
 * to everybody whom its rules would have told. A digest, which waits and calls nobody, does not stand in for that.
 */
import { noticeOf, owedNotice, type Rule } from '@watchdesk/domain/alerting';
import { type IncidentState, isStillOwed } from '@watchdesk/domain/incident';
import type pg from 'pg';
import { audiencesOf, incidentIn, together } from './incident-path.ts';
import { type AlertRecord, readRow, ROW_COLUMNS, type StoredAlert } from './records.ts';
import type { RuleSet } from './rule-sets.ts';
import { holdRules } from './rules-lock.ts';
import { knownOf, type Telling } from './tell.ts';

interface Owed {
  readonly rule: Rule;
  readonly record: AlertRecord;
  readonly happened: NonNullable<NonNullable<AlertRecord['evidence']>['happened']>;
}

/** Of an incident of which time has more to say just now, that is waited for, so that one page tells all of it. Takes `now` in place of $1. */
const SETTLED = `not exists (select from incident i where i.workspace_id = a.workspace_id
  and i.id = a.figure->'happened'->'data'->>'incident' and i.next_at <= $1)`;

/** Where somebody is to be paged; `now` in ms. */
export async function owedWorkspaces(queryable: Pick<pg.ClientBase, 'query'>, now: number): Promise<string[]> {
  const { rows } = await queryable.query<{ id: string }>({
    name: 'owed-alerts',
    text: `select distinct a.workspace_id as id from alert a where a.owed and not a.finished and a.status <> 'pending' and ${SETTLED}`,
    values: [new Date(now)],
  });
  return rows.map(({ id }) => id);
}

/** One page for each incident. What somebody has in hand already, or what asks for nobody any more, pages nobody. */
export async function pageOwed(
  client: pg.ClientBase,
  workspaceId: string,
  { set, telling, now }: { readonly set: RuleSet; readonly telling: Telling; readonly now: number },
): Promise<void> {
  await holdRules(client, workspaceId);
  const { rows } = await client.query<StoredAlert>(
    `select ${ROW_COLUMNS} from alert a where a.workspace_id = $2 and a.owed and not a.finished and a.status <> 'pending' and ${SETTLED}
     order by a.id for update of a`,
    [new Date(now), workspaceId],
  );
  const records = rows.map(readRow);
  const states = await statesOf(client, workspaceId, new Set(records.flatMap((record) => incidentIn(record) ?? [])));
  const owed = records.flatMap((record): Owed[] => {
    const rule = set.byId.get(record.rule);
    const state = states.get(incidentIn(record) ?? '');
    const happened = record.evidence?.happened;
    const isAsking = rule && happened && state && record.state.status === 'firing' && isStillOwed(state, happened, now);
    return isAsking ? [{ rule, record, happened }] : [];
  });
  await client.query('update alert set owed = false, silent = silent and not id = any($3) where workspace_id = $1 and id = any($2)', [
    workspaceId,
    records.map(({ id }) => id),
    owed.map(({ record }) => record.id),
  ]);
  if (owed.length === 0) return;
  const { ofRecord } = await knownOf(client, workspaceId, owed);
  const callingOf = await audiencesOf(client, workspaceId, owed, telling.usuallyCalled);
  const pages = [...Map.groupBy(owed, ({ record }) => incidentIn(record)!)].map(([id, all]) => {
    const { title, severity, declaredAt } = states.get(id)!;
    const [carrier, ...others] = all.toSorted(byWeight) as [Owed, ...Owed[]];
    const { record, rule } = carrier;
    const alert = ofRecord(record, rule);
    const own = noticeOf(alert, { kind: 'fired', at: record.state.firedAt ?? record.state.since, by: null })!;
    const called = ({ rule: of, record: about }: Owed) => callingOf({ rule: of, record: about, heardAt: now });
    return {
      notice: owedNotice(own, {
        incident: { id, title, severity: declaredAt === null ? null : severity },
        happened: all.map((one) => ({ at: one.record.state.since, happened: one.happened })).toSorted((a, b) => a.at - b.at),
        now,
        timeZone: alert.timeZone,
      }),
      ...together([called(carrier), ...others.map(called)]),
    };
  });
  await telling.postAll(client, workspaceId, pages);
}

const WEIGHT = { critical: 2, warning: 1, info: 0 } as const;
/** The worst first, of those one that follows the path, of those the latest. */
const byWeight = (a: Owed, b: Owed): number =>
  WEIGHT[b.record.severity] - WEIGHT[a.record.severity] ||
  Number(b.rule.spec.audience.incidentPath ?? false) - Number(a.rule.spec.audience.incidentPath ?? false) ||
  b.record.state.since - a.record.state.since;

async function statesOf(client: pg.ClientBase, workspaceId: string, ids: ReadonlySet<string>): Promise<Map<string, IncidentState>> {
  const { rows } = await client.query<{ id: string; state: IncidentState }>(
    'select id, state from incident where workspace_id = $1 and id = any($2) and state is not null',
    [workspaceId, [...ids]],
  );
  return new Map(rows.map(({ id, state }) => [id, state]));
}
