/** Whether detection listens, and how many false alarms a week it is allowed. */
import { appendAudit, type Who } from '../audit/index.ts';
import type { Clock } from '../clock.ts';
import { inTransaction, type Postgres } from '../store/postgres/index.ts';
import { memoryOf } from './records.ts';

export interface DetectionSettings {
  readonly isOn: boolean;
  readonly falseAlarmsPerWeek: number;
}

export async function settingsOf({ pool }: Postgres, workspaceId: string) {
  const { isOn, falseAlarms, usual, usualAt, state } = await memoryOf(pool, workspaceId);
  return {
    isOn,
    falseAlarmsPerWeek: falseAlarms,
    /** It knows what is usual, and listens. */
    isListening: isOn && usual !== null && state !== null,
    usualAt: usualAt === null || usual === null ? null : new Date(usualAt).toISOString(),
  };
}

export async function saveSettings(
  { postgres: { pool }, clock }: { readonly postgres: Postgres; readonly clock: Clock },
  workspaceId: string,
  { isOn, falseAlarmsPerWeek }: DetectionSettings,
  who: Who,
): Promise<void> {
  await inTransaction(pool, async (client) => {
    const before = await memoryOf(client, workspaceId);
    if (before.isOn === isOn && before.falseAlarms === falseAlarmsPerWeek) return;
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
        before: { isOn: before.isOn, falseAlarmsPerWeek: before.falseAlarms },
        after: { isOn, falseAlarmsPerWeek },
      },
    );
  });
}
