/**
 * The catalogue asked of the facts: a query, why a number is so, and the tickets behind it, each within the viewer's scope.
 * Equal questions within equal scopes run once. While the facts are made anew there is no answer: a part of them would be wrong.
 */
import type { ViewScope } from '../accounts/index.ts';
import type { Clock } from '../clock.ts';
import { Refusal } from '../errors.ts';
import { type Analytics, completeSince, factsAsOf } from '../store/analytics/index.ts';
import type { Postgres } from '../store/postgres/index.ts';
import { askQuery, iso } from './ask.ts';
import { type EscalationQuestion, escalationAnalytics } from './escalation-analytics.ts';
import { drill, type DrillQuestion } from './drill.ts';
import { explain, type ExplainQuestion } from './explain.ts';
import type { MetricQuery } from './question.ts';
import { sharedRuns } from './shared-runs.ts';

export { ESCALATION_FIGURES, ESCALATION_FILTERS } from './escalation-analytics.ts';
export type { MetricQuery } from './question.ts';
export type { DrillQuestion } from './drill.ts';
export type { ExplainQuestion } from './explain.ts';
export { type Figures, figuresOf } from './figures.ts';
export { frameOfAll } from './frame.ts';
export type Metrics = ReturnType<typeof createMetrics>;

interface MetricsParts {
  readonly postgres: Postgres;
  readonly analytics: Analytics;
  readonly clock: Clock;
}

/** Who asks, and whether they still wait. */
export interface Asker {
  readonly workspaceId: string;
  readonly scope: ViewScope;
  readonly signal?: AbortSignal;
}

const FRESH_MS = 2_000;

export function createMetrics({ postgres, analytics, clock }: MetricsParts) {
  const parts = { postgres, analytics };

  /** The answer, and for which instant it is true. */
  async function whole<T>(ask: (now: number) => Promise<T>): Promise<T & { asOf: string }> {
    const now = clock.now();
    // Taken first: what arrives while the questions run may be in the answers or not.
    const [asOf, since] = [await factsAsOf(postgres.pool, now), await completeSince(analytics)];
    const answer = since === null ? null : await ask(now);
    if (answer === null || (await completeSince(analytics)) !== since)
      throw new Refusal('unavailable', 'The facts are being made anew; try again in a moment.', { retryAfterSeconds: 5 });
    return { ...answer, asOf: iso(asOf) };
  }

  const outdated: ((workspaceId?: string) => void)[] = [];
  const shared = <Question, Answer>(ask: (asker: Asker & { now: number }, question: Question, signal: AbortSignal) => Promise<Answer>) => {
    const runs = sharedRuns<Answer & { asOf: string }>(clock, FRESH_MS);
    outdated.push(runs.outdate);
    return ({ workspaceId, scope, signal }: Asker, question: Question) =>
      runs.of(
        workspaceId,
        JSON.stringify([workspaceId, scope, question]),
        (ended) => whole((now) => ask({ workspaceId, scope, now }, question, ended)),
        signal,
      );
  };

  return {
    query: shared((asking, question: MetricQuery, signal) => askQuery(parts, asking, question, signal)),
    escalations: shared((asking, question: EscalationQuestion, signal) => escalationAnalytics(parts, asking, question, signal)),
    explain: shared((asking, question: ExplainQuestion, signal) => explain(parts, asking, question, signal)),
    drill: shared((asking, question: DrillQuestion, signal) => drill(parts, asking, question, signal)),
    /** The facts have changed, of all workspaces where none is named: what was answered before is not given again. */
    outdate(workspaceId?: string): void {
      for (const outdate of outdated) outdate(workspaceId);
    },
  };
}
