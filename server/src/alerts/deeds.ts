/** What people do with alerts: acknowledge, snooze, resolve and comment. Each is a moment of the alert, by the domain's own step, and tells those who were told. */
import { type Rule, ruleSpec, stepAlert, termsOf } from '@watchdesk/domain/alerting';
import type pg from 'pg';
import { appendAudit, type Who } from '../audit/index.ts';
import type { Clock } from '../clock.ts';
import { invalid, Refusal } from '../errors.ts';
import { inTransaction, type Postgres, ring } from '../store/postgres/index.ts';
import { readSaved } from '../store/saved-spec.ts';
import { createKeeping } from './hear.ts';
import { type Telling } from './tell.ts';
import { lockAlert, writeMoments } from './records.ts';
import type { Reader } from './show.ts';

export interface Doer extends Reader {
  readonly who: Who;
}

export type Deed =
  | { readonly type: 'acknowledge' | 'resolve' }
  /** Milliseconds since 1970. */
  | { readonly type: 'snooze'; readonly until: number };

interface DeedParts {
  readonly postgres: Postgres;
  readonly clock: Clock;
  readonly telling: Telling;
  /** Throws `not_found` for one that is not there for the reader. */
  readonly seen: (reader: Reader, id: string) => Promise<unknown>;
}

const LONGEST_SNOOZE_MS = 90 * 86_400_000;
const DONE = { acknowledge: 'acknowledged', resolve: 'resolved', snooze: 'snoozed' } as const;

export function createDeeds({ postgres, clock, telling, seen }: DeedParts) {
  const { pool } = postgres;

  async function actIn(
    client: pg.ClientBase,
    { workspaceId, who }: Pick<Doer, 'workspaceId' | 'who'>,
    id: string,
    deed: Deed,
  ): Promise<void> {
    const at = clock.now();
    if (deed.type === 'snooze' && (deed.until <= at || deed.until > at + LONGEST_SNOOZE_MS))
      throw invalid('until', 'must lie in the future, at most 90 days ahead');
    const record = await lockAlert(client, workspaceId, id);
    if (!record) throw new Refusal('not_found', `There is no alert ${JSON.stringify(id)}.`);
    const { rows } = await client.query<{ spec: unknown }>(
      'select spec from alert_rule_version where workspace_id = $1 and id = $2 and version = $3',
      [workspaceId, record.rule, record.ruleVersion],
    );
    const rule: Rule = { id: record.rule, version: record.ruleVersion, spec: readSaved(ruleSpec, rows[0]!.spec) };
    const stepped = stepAlert(termsOf(rule.spec), record.state, { ...deed, at, by: who.name });
    const isDone = stepped.moments.some(({ kind, by }) => by !== null && (kind === DONE[deed.type] || kind === 'lapsed'));
    if (!isDone) throw new Refusal('not_possible', `An alert that is ${record.state.status} cannot be ${DONE[deed.type]}.`);
    const keeping = createKeeping();
    keeping.take({ rule, record, key: record.key, stepped, at, hours: null });
    await keeping.write(client, workspaceId, telling);
    const after = {
      status: stepped.state?.status ?? 'resolved',
      ...(deed.type === 'snooze' && { until: new Date(deed.until).toISOString() }),
    };
    await appendAudit(
      client as pg.PoolClient,
      { workspaceId, who, now: at },
      {
        action: `alert.${DONE[deed.type]}`,
        subject: { kind: 'alert', id, name: rule.spec.name },
        before: { status: record.state.status },
        after,
      },
    );
  }

  return {
    /** Refused with `not_possible` where it would change nothing, as on an alert that is over. */
    async act(doer: Doer, id: string, deed: Deed): Promise<void> {
      await seen(doer, id);
      await inTransaction(pool, (client) => actIn(client, doer, id, deed));
    },

    /** The same within a transaction, of somebody whom a link vouches for. */
    actIn,

    async comment(doer: Doer, id: string, text: string): Promise<void> {
      const { workspaceId, who } = doer;
      await seen(doer, id);
      await inTransaction(pool, async (client) => {
        const record = await lockAlert(client, workspaceId, id);
        if (!record) throw new Refusal('not_found', `There is no alert ${JSON.stringify(id)}.`);
        await writeMoments(client, workspaceId, [
          { alert: id, ordinal: record.moments, kind: 'comment', at: clock.now(), actor: who.name, note: text },
        ]);
        await client.query('update alert set moments = moments + 1 where workspace_id = $1 and id = $2', [workspaceId, id]);
        await ring(client, 'alerts', workspaceId);
      });
    },
  };
}
