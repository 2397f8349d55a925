/**
 * What an automation would have done: its own decision, made of each ticket as it was, and of what was written in it, at each moment of the days before. What the
 * customer has been sold is as it is now. What it would have changed is not fed back, nor seen after a wait: it is what happened, looked at once more.
 */
import type { Automation } from '@watchdesk/domain/automation';
import { isAnnouncement } from '@watchdesk/domain/ticket';
import type { Clock } from '../clock.ts';
import { LONGEST_TRIAL_MS, MOST_TRIED, type TrialBound, triedTickets } from '../trials.ts';
import type { CarryParts } from './carry-out.ts';
import { settingOf } from './facts.ts';
import { replayed, type WouldRun } from './replay.ts';
import { storiesOf } from './stories.ts';

const DAY_MS = 86_400_000;
const MOST_TOLD = 200;
/** So many are read at once. */
const PART = 200;

export interface DryRunQuestion {
  readonly days: number;
  /** Only of this one. */
  readonly ticket?: string | undefined;
  /** Also where its conditions were not met. */
  readonly also?: boolean | undefined;
  /** Of which tickets, as the alias t; its values from `$4` on. */
  readonly sight: { readonly text: string; readonly values: readonly unknown[] };
}

export interface DryRun {
  readonly from: number;
  readonly to: number;
  readonly tickets: number;
  /** Null where all were looked at. */
  readonly bound: TrialBound | null;
  /** How many times it would have run. */
  readonly count: number;
  /** Of these, how many would have ended at a wait, as its conditions were not met any more after it. */
  readonly endedAtWait: number;
  readonly runs: readonly WouldRun[];
}

/** Rejects with the signal's reason once that is aborted. */
export async function dryRun(
  parts: CarryParts & { readonly clock: Clock },
  workspaceId: string,
  automation: Automation,
  question: DryRunQuestion,
  signal: AbortSignal,
): Promise<DryRun> {
  const { postgres, clock } = parts;
  const to = clock.now();
  const from = to - question.days * DAY_MS;
  const ids = await ticketsOf(parts, workspaceId, automation, question, { from, to });
  const setting = await settingOf(postgres.pool, workspaceId, [automation.spec], to, parts.onCall);
  const found = createFound(question.also ?? false);
  let tried = 0;
  while (tried < Math.min(ids.length, MOST_TRIED) && clock.now() <= to + LONGEST_TRIAL_MS) {
    signal.throwIfAborted();
    const some = ids.slice(tried, Math.min(tried + PART, MOST_TRIED));
    for (const story of await storiesOf(parts, workspaceId, some, automation, setting, from))
      for (const one of replayed(automation, story, { from, to })) found.add(one);
    tried += some.length;
  }
  const bound: TrialBound | null = tried === ids.length ? null : { tickets: tried, why: tried === MOST_TRIED ? 'tickets' : 'time' };
  return { from, to, tickets: tried, bound, ...found.told() };
}

/** Those that changed in the period and, where time or a promise makes it look, those that stayed open; one more than are looked at. */
async function ticketsOf(
  { postgres }: CarryParts,
  workspaceId: string,
  { spec: { trigger } }: Automation,
  { ticket, sight }: DryRunQuestion,
  { from, to }: { readonly from: number; readonly to: number },
): Promise<string[]> {
  const alsoStill = trigger.kind !== 'event' || trigger.events.some((type) => isAnnouncement({ type }));
  const seen = ticket === undefined ? sight.text : `${sight.text} and t.id = $${sight.values.length + 4}`;
  const { rows } = await postgres.pool.query<{ id: string }>(triedTickets({ alsoStill, sight: seen }), [
    workspaceId,
    new Date(from),
    // Whatever was created by now.
    new Date(to + 1),
    ...sight.values,
    ...(ticket === undefined ? [] : [ticket]),
  ]);
  return rows.map(({ id }) => id);
}

/** Counts all, and keeps the latest. */
function createFound(also: boolean) {
  let [count, endedAtWait] = [0, 0];
  let latest: WouldRun[] = [];
  const cut = () => latest.toSorted((a, b) => b.at - a.at).slice(0, MOST_TOLD);
  return {
    add(one: WouldRun): void {
      const { outcome } = one.decision;
      if (outcome === 'not_triggered' || (!also && outcome === 'not_met' && !one.endedAtWait)) return;
      if (outcome === 'ran' || outcome === 'waits' || one.endedAtWait) count += 1;
      if (one.endedAtWait) endedAtWait += 1;
      latest.push(one);
      if (latest.length > 10 * MOST_TOLD) latest = cut();
    },
    told: () => ({ count, endedAtWait, runs: cut() }),
  };
}
