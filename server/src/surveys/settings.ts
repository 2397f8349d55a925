/** What a workspace has said about surveys. Each change is in the audit log, with what it was before. */
import { DEFAULT_SETTINGS, type SurveySettings, surveySettings } from '@watchdesk/domain/survey';
import type pg from 'pg';
import { appendAudit, type Who } from '../audit/index.ts';
import type { Clock } from '../clock.ts';
import { refuseOvertaken } from '../errors.ts';
import { inTransaction, type Postgres } from '../store/postgres/index.ts';

export type Queryable = Pick<pg.ClientBase, 'query'>;

export interface Saved {
  /** 0 where nobody has said anything yet. */
  readonly version: number;
  readonly settings: SurveySettings;
  /** Null likewise. */
  readonly savedAt: Date | null;
  readonly savedBy: string | null;
}

/** What this version cannot read asks nobody, until somebody says it anew. */
export async function readSettings(queryable: Queryable, workspaceId: string): Promise<Saved> {
  const { rows } = await queryable.query<Saved>({
    name: 'survey-settings',
    text: 'select version, settings, saved_at as "savedAt", saved_by as "savedBy" from survey_setting where workspace_id = $1',
    values: [workspaceId],
  });
  const [row] = rows;
  return row
    ? { ...row, settings: surveySettings.safeParse(row.settings).data ?? DEFAULT_SETTINGS }
    : { version: 0, settings: DEFAULT_SETTINGS, savedAt: null, savedBy: null };
}

interface Parts {
  readonly postgres: Postgres;
  readonly clock: Clock;
}

/** Refuses what was begun from another version than the latest. */
export async function saveSettings(
  { postgres, clock }: Parts,
  { workspaceId, who, name }: { workspaceId: string; who: Who; name: string },
  settings: SurveySettings,
  base: number | undefined,
): Promise<void> {
  const now = clock.now();
  await inTransaction(postgres.pool, async (client) => {
    await client.query(`select pg_advisory_xact_lock(hashtext('surveys'), hashtext($1))`, [workspaceId]);
    const before = await readSettings(client, workspaceId);
    refuseOvertaken(before.version, base);
    await client.query(
      `insert into survey_setting (workspace_id, version, settings, saved_at, saved_by) values ($1, $2, $3, $4, $5)
       on conflict (workspace_id) do update set version = excluded.version, settings = excluded.settings, saved_at = excluded.saved_at, saved_by = excluded.saved_by`,
      [workspaceId, before.version + 1, JSON.stringify(settings), new Date(now), name],
    );
    const subject = { kind: 'surveys', id: 'settings', name: null } as const;
    await appendAudit(client, { workspaceId, who, now }, { action: 'surveys.saved', subject, before: before.settings, after: settings });
  });
}
