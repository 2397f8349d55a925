/** Privacy: what is taken out of texts, one customer erased or exported, and how long what is kept. */
import type { Audit, Who } from '../audit/index.ts';
import type { Clock } from '../clock.ts';
import type { Door } from '../ingest/index.ts';
import { checkPatterns, type Redaction, redactor, type RedactionRules } from '../redaction/index.ts';
import type { Postgres } from '../store/postgres/index.ts';
import { eraseCustomer } from './erase.ts';
import { exportCustomer } from './export.ts';
import { refuseUnknown } from './known-customer.ts';
import { runNightly } from './nightly.ts';
import { planRetention, type RetentionCounts, runRetention } from './retention.ts';
import { type PrivacySettings, readSettings, saveSettings } from './settings.ts';

export { PERIOD_LIMITS } from './retention-periods.ts';
export type { RetentionPlan } from './retention.ts';

export type Privacy = ReturnType<typeof createPrivacy>;

export interface PrivacyParts {
  readonly postgres: Postgres;
  readonly clock: Clock;
  readonly door: Pick<Door, 'accept'>;
  readonly audit: Audit;
  readonly redaction: Redaction;
}

/** What earlier versions did not count. */
const NONE_THEN = { payloads: 0, alerts: 0 };

export function createPrivacy(parts: PrivacyParts) {
  const { postgres, clock, audit } = parts;
  const run = (workspaceId: string, who: Who) => runRetention(parts, workspaceId, who);
  return {
    settings: (workspaceId: string) => readSettings(postgres.pool, workspaceId),
    save: (workspaceId: string, changed: Partial<PrivacySettings>, who: Who) => saveSettings(parts, workspaceId, changed, who),

    /** What these rules would make of a text. Nothing is kept. */
    preview(rules: RedactionRules, text: string) {
      checkPatterns(rules.patterns);
      return redactor(rules)(text);
    },

    erase: (workspaceId: string, customer: string, confirmed: string, who: Who) =>
      eraseCustomer(parts, workspaceId, customer, confirmed, who),

    /** The file, which is in the audit log before its first byte has left. */
    async export(workspaceId: string, customer: string, who: Who) {
      await refuseUnknown(postgres, workspaceId, customer);
      await audit.record(workspaceId, who, { action: 'customer.exported', subject: { kind: 'customer', id: customer, name: null } });
      return exportCustomer(postgres, workspaceId, customer, clock.now());
    },

    /** What the next run will take, and what the last one took. */
    async retention(workspaceId: string) {
      const { counts } = await planRetention(parts, workspaceId);
      const { entries } = await audit.list(workspaceId, { actions: ['retention.ran'] }, { limit: 1 });
      const [last] = entries;
      return {
        next: counts,
        last: last ? { at: last.at, who: last.who.name, counts: { ...NONE_THEN, ...(last.after as RetentionCounts) } } : null,
      };
    },
    planRetention: (workspaceId: string) => planRetention(parts, workspaceId),
    runRetention: run,
    nightly: () => runNightly(parts, run),
  };
}
