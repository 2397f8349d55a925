/**
 * The rounds of the war room (requirement 225): what is done while an incident lasts is done again at every interval of its updates, the first
 * time once the initiation is over. Computed from the state, as its clocks are.
 */
import type { Severity } from '../event/index.ts';
import { ongoing, severityAt } from './cadence.ts';
import { ROUND_ITEMS } from './checklists.ts';
import { termsOf } from './policy.ts';
import type { IncidentState } from './state.ts';

/** The first quarter of an hour has a checklist of its own. */
const INITIATION_MS = 15 * 60_000;
/** Where customers are told at the resolve only, the room looks around once an hour. */
const USUAL_SECONDS = 3600;
/** Of one that nobody tends more rounds than these are not gone through. */
const MOST = 5_000;

export interface Round {
  /** From 1 on. */
  readonly number: number;
  readonly from: number;
  /** Exclusive: when the next one begins. */
  readonly to: number;
  /** It is behind, and lasted as long as it was to: what is not ticked was missed. */
  readonly isOver: boolean;
  /** Who ticked which item, and when. */
  readonly ticked: Readonly<Record<string, { readonly at: number; readonly by: string | null }>>;
  /** Items that are not ticked. */
  readonly open: readonly string[];
}

/** How long a round is, in milliseconds. */
const lengthOf = (state: IncidentState, severity: Severity): number =>
  (termsOf(state.policy, severity).updateSeconds ?? USUAL_SECONDS) * 1000;

/**
 * All rounds that have begun by `now`, oldest first; the last of them is the one that runs, while the incident goes on. A change of the severity
 * begins a round, and so does being opened again; a round that is cut short by that, or by the resolve, is not missed.
 */
export function roundsOf(state: IncidentState, now: number): Round[] {
  const rounds: Round[] = [];
  for (const [index, { from, to }] of ongoing(state).entries()) {
    const turns = state.severities.flatMap(({ at }) => (at > from && at < to && at <= now ? [at] : []));
    let begin = from;
    let isFirst = index === 0;
    while (begin < to && begin <= now && rounds.length < MOST) {
      const whole = begin + lengthOf(state, severityAt(state, begin)) + (isFirst ? INITIATION_MS : 0);
      const end = Math.min(whole, to, turns.find((at) => at > begin) ?? Infinity);
      rounds.push(roundOf(state, rounds.length + 1, begin, end, end === whole && end <= now));
      isFirst = false;
      begin = end;
    }
  }
  return rounds;
}

function roundOf({ ticks }: IncidentState, number: number, from: number, to: number, isOver: boolean): Round {
  const ticked = Object.fromEntries(
    ROUND_ITEMS.flatMap((item) => {
      const tick = ticks[item]?.find(({ at }) => at >= from && at < to);
      return tick ? [[item, tick] as const] : [];
    }),
  );
  return { number, from, to, isOver, ticked, open: ROUND_ITEMS.filter((item) => !(item in ticked)) };
}

/** The round that runs; null while none does. */
export function roundAt(state: IncidentState, now: number): Round | null {
  const last = roundsOf(state, now).at(-1);
  return last && now < last.to ? last : null;
}
