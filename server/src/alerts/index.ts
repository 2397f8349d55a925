/**
 * Alerts: rules that hear of what changes and of what time brings, what becomes of it (domain/src/alerting), and what people do with it. Nobody is told
 * from here: notices are posted to notifications within the transaction that they tell of.
 */
import type { RuleSpec } from '@watchdesk/domain/alerting';
import type pg from 'pg';
import type { Who } from '../audit/index.ts';
import type { Clock } from '../clock.ts';
import { Refusal } from '../errors.ts';
import type { Postgres } from '../store/postgres/index.ts';
import { createSubjectCheck } from './check-subject.ts';
import { createDryRun, type DryRunQuestion } from './dry-run.ts';
import { createDeeds } from './deeds.ts';
import { type Telling, UNTOLD } from './tell.ts';
import { createLook, type LookParts } from './look.ts';
import { createRules, type Maker } from './make-rules.ts';
import { createRuleSets } from './rule-sets.ts';
import { createShowing } from './show.ts';
import { standingOf } from './standing.ts';
import { refuseBeyond } from './whose.ts';
import { createTrials } from '../trials.ts';
import { createWatch } from './watch.ts';

export { connectionsSeen } from './connections-seen.ts';
export type { Telling } from './tell.ts';
export type { Doer } from './deeds.ts';
export type { Maker } from './make-rules.ts';
export type { ConnectionSeen } from './readings.ts';
export type { AlertQuestion, Reader as AlertReader } from './show.ts';
export type Alerts = ReturnType<typeof createAlerts>;

/** What somebody wants who follows a link in a message. */
interface Followed {
  readonly deed: 'acknowledge' | 'snooze';
  readonly alertId: string;
  readonly who: Who;
  readonly forMs: number | undefined;
}

const HOUR_MS = 3_600_000;

interface AlertParts extends Pick<LookParts, 'query' | 'factsAsOf' | 'connectionsOf'> {
  readonly postgres: Postgres;
  readonly clock: Clock;
  /** Left out, nobody is told. */
  readonly telling?: Telling;
  readonly onTrouble?: (error: unknown) => void;
}

export function createAlerts({ telling = UNTOLD, onTrouble = () => {}, ...parts }: AlertParts) {
  const { postgres, clock, query } = parts;
  const ruleSets = createRuleSets();
  const trials = createTrials();
  const checkSubject = createSubjectCheck({ query, clock });
  const showing = createShowing({ postgres });
  const deeds = createDeeds({ postgres, clock, telling, seen: showing.seen });
  const dryRun = createDryRun({ postgres, clock, ruleSets, query });
  return {
    rules: createRules({ postgres, clock, ruleSets, telling, checkSubject }),
    list: showing.list.bind(showing),
    count: showing.count.bind(showing),
    get: showing.get,
    isOfMaker: showing.isOfMaker,
    act: deeds.act,
    comment: deeds.comment,
    /** What a link in a message is for; false of an alert of which it can be done no more, as it is over or somebody has done it. */
    async follow(client: pg.ClientBase, workspaceId: string, { deed, alertId, who, forMs = HOUR_MS }: Followed): Promise<boolean> {
      const wanted = deed === 'acknowledge' ? ({ type: deed } as const) : ({ type: deed, until: clock.now() + forMs } as const);
      try {
        await deeds.actIn(client, { workspaceId, who }, alertId, wanted);
        return true;
      } catch (error) {
        if (!(error instanceof Refusal) || error.code === 'invalid') throw error;
        // Where there is none any more, the ladder of the notice ends all the same.
        return error.code === 'not_found';
      }
    },
    standing: (workspaceId: string, id: string) => standingOf(postgres.pool, workspaceId, id),
    /** What the rule would have done in a stretch of the past; refused as making it would be. `gone`: nobody waits for it any more. One of each person at a time. */
    async dryRun(maker: Maker, spec: RuleSpec, question: DryRunQuestion, gone?: AbortSignal) {
      refuseBeyond(maker, spec);
      await checkSubject(maker, spec);
      return trials.of(`${maker.workspaceId} ${maker.who.id}`, gone, (signal) => dryRun(maker.workspaceId, spec, question, signal));
    },
    /** Looks at rules as time passes. */
    look: createLook({ ...parts, ruleSets, telling, onTrouble }),
    /** Hears of what changes. */
    watch: createWatch({ postgres, clock, ruleSets, telling, onTrouble }),
  };
}
