/** Whether detection listens, and how many false alarms a week it is allowed. */
import { appendAudit, type Who } from '../audit/index.ts';
import type { Clock } from '../clock.ts';
import { inTransaction, type Postgres } from '../store/postgres/index.ts';
import type { Queryable, Trouble } from './records.ts';

export interface DetectionSettings {
  readonly isOn: boolean;
  readonly falseAlarmsPerWeek: number;
}

interface SettingsRow extends DetectionSettings {
  readonly knows: boolean;
  readonly usualAt: Date | null;
  readonly trouble: Trouble | null;
  readonly troubleAt: Date | null;
}

/** Without what it remembers, which may be broken. Made where there is none. */
async function rowOf(queryable: Queryable, workspaceId: string): Promise<SettingsRow> {
  const { rows } = await queryable.query<SettingsRow>(
    `select is_on as "isOn", false_alarms as "falseAlarmsPerWeek", usual is not null and state is not null as knows,
       case when usual is not null then usual_at end as "usualAt", trouble, trouble_at as "troubleAt"
     from detection where workspace_id = $1`,
    [workspaceId],
  );
  if (rows[0]) return rows[0];
  await queryable.query('insert into detection (workspace_id) values ($1) on conflict do nothing', [workspaceId]);
  return rowOf(queryable, workspaceId);
}

export async function settingsOf({ pool }: Postgres, workspaceId: string) {
  const { isOn, falseAlarmsPerWeek, knows, usualAt, trouble, troubleAt } = await rowOf(pool, workspaceId);
  return {
    isOn,
    falseAlarmsPerWeek,
    /** It knows what is usual, and nothing keeps it from hearing. */
    isListening: isOn && knows && trouble !== 'hearing',
    usualAt: usualAt?.toISOString() ?? null,
    trouble: isOn && trouble !== null ? { at: trouble, since: troubleAt!.toISOString() } : null,
  };
}

export async function saveSettings(
  { postgres: { pool }, clock }: { readonly postgres: Postgres; readonly clock: Clock },
  workspaceId: string,
  { isOn, falseAlarmsPerWeek }: DetectionSettings,
  who: Who,
): Promise<void> {
  await inTransaction(pool, async (client) => {
    const before = await rowOf(client, workspaceId);
    if (before.isOn === isOn && before.falseAlarmsPerWeek === falseAlarmsPerWeek) return;
    await client.query('update detection set is_on = $2, false_alarms = $3, revision = revision + 1 where workspace_id = $1', [
      workspaceId,
      isOn,
      falseAlarmsPerWeek,
    ]);
    await appendAudit(
      client,
      { workspaceId, who, now: clock.now() },
      {
        action: 'detection.saved',
        subject: { kind: 'detection', id: workspaceId, name: null },
        before: { isOn: before.isOn, falseAlarmsPerWeek: before.falseAlarmsPerWeek },
        after: { isOn, falseAlarmsPerWeek },
      },
    );
  });
}
