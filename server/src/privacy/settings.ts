/** What a workspace has said about privacy. Each change is in the audit log, with what it was before. */
import { appendAudit, type Who } from '../audit/index.ts';
import type { Clock } from '../clock.ts';
import { checkPatterns, readRules, type Redaction, type RedactionRules } from '../redaction/index.ts';
import { inTransaction, type Postgres } from '../store/postgres/index.ts';
import { FIRST_PERIODS, type RetentionPeriods } from './retention-periods.ts';

export interface PrivacySettings {
  readonly redaction: RedactionRules;
  readonly retention: RetentionPeriods;
}

type Queryable = Pick<Postgres['pool'], 'query'>;

export async function readPeriods(queryable: Queryable, workspaceId: string): Promise<RetentionPeriods> {
  const { rows } = await queryable.query<{ retention: RetentionPeriods | null }>(
    'select retention from privacy_setting where workspace_id = $1',
    [workspaceId],
  );
  return { ...FIRST_PERIODS, ...rows[0]?.retention };
}

export async function readSettings(queryable: Queryable, workspaceId: string): Promise<PrivacySettings> {
  return { redaction: await readRules(queryable, workspaceId), retention: await readPeriods(queryable, workspaceId) };
}

interface Parts {
  readonly postgres: Postgres;
  readonly clock: Clock;
  readonly redaction: Redaction;
}

/** Of what is left out nothing changes. Refuses patterns that cannot be used. */
export async function saveSettings(
  { postgres, clock, redaction }: Parts,
  workspaceId: string,
  changed: { readonly [K in keyof PrivacySettings]?: PrivacySettings[K] | undefined },
  who: Who,
): Promise<PrivacySettings> {
  if (changed.redaction) checkPatterns(changed.redaction.patterns);
  const saved = await inTransaction(postgres.pool, async (client) => {
    await client.query('insert into privacy_setting (workspace_id) values ($1) on conflict do nothing', [workspaceId]);
    await client.query('select from privacy_setting where workspace_id = $1 for update', [workspaceId]);
    const before = await readSettings(client, workspaceId);
    for (const part of ['redaction', 'retention'] as const) {
      if (changed[part] === undefined) continue;
      await client.query(`update privacy_setting set ${part} = $2 where workspace_id = $1`, [workspaceId, JSON.stringify(changed[part])]);
      const subject = { kind: 'privacy', id: part, name: null } as const;
      const deed = { action: 'privacy.saved', subject, before: before[part], after: changed[part] } as const;
      await appendAudit(client, { workspaceId, who, now: clock.now() }, deed);
    }
    return readSettings(client, workspaceId);
  });
  redaction.forget();
  return saved;
}
