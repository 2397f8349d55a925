/**
 * How every question to the facts is answered: within the viewer's scope, equal ones once, for one instant, and not while the
 * facts are made anew, for a part of them would be wrong.
 */
import type { ViewScope } from '../accounts/index.ts';
import type { Clock } from '../clock.ts';
import { Refusal } from '../errors.ts';
import { type Analytics, completeSince, factsAsOf } from '../store/analytics/index.ts';
import type { Postgres } from '../store/postgres/index.ts';
import { iso } from './ask.ts';
import type { Asking } from './frame.ts';
import { instantsOf } from './instants.ts';
import { sharedRuns } from './shared-runs.ts';

export interface MetricsParts {
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

export function answering({ postgres, analytics, clock }: MetricsParts) {
  const instant = instantsOf(clock);
  /** Since when the facts were complete when that was last looked at. */
  let lastSince: number | null = null;

  /** The answer, and for which instant it is true. */
  async function whole<T>(ask: (now: number) => Promise<T>): Promise<T & { asOf: string }> {
    const now = instant();
    // Taken first: what arrives while the questions run may be in the answers or not.
    const asOf = await factsAsOf(postgres.pool, now);
    // They become complete at another instant each time, so that the same one seen at any time before, and after, says that they were meanwhile.
    const remembered = lastSince;
    const since = remembered ?? (await completeSince(analytics));
    const answer = since === null ? null : await ask(now);
    lastSince = await completeSince(analytics);
    if (answer !== null && lastSince === since) return { ...answer, asOf: iso(asOf) };
    if (remembered !== null && lastSince !== null) return whole(ask);
    throw new Refusal('unavailable', 'The facts are being made anew; try again in a moment.', { retryAfterSeconds: 5 });
  }

  const outdated: ((workspaceId?: string) => void)[] = [];
  /** A question that is asked as often as anybody likes. */
  const shared = <Question, Answer>(ask: (asking: Asking, question: Question, signal: AbortSignal) => Promise<Answer>) => {
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
  /** The facts have changed, of all workspaces where none is named: what was answered before is not given again. */
  const outdate = (workspaceId?: string): void => {
    for (const forget of outdated) forget(workspaceId);
  };
  return Object.assign(shared, { outdate });
}
