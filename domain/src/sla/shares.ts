/** Who held the time of a cycle: whose hands the ticket was in while its clock ran, and while it stood still. */
import type { Phase } from './cycle.ts';

/** A stretch in which a ticket was in the same hands; instants in seconds since 1970, `to` null while it lasts. */
export interface Hands {
  readonly holder: string;
  /** The agent's or the team's; null for the others. */
  readonly id: string | null;
  readonly from: number;
  readonly to: number | null;
}

/** What one of them held; seconds. */
export interface Share {
  readonly holder: string;
  readonly id: string | null;
  /** Business time that counted. */
  readonly counted: number;
  /** Time in which the clock stood still. */
  readonly paused: number;
}

/** The shares of a cycle up to an instant, the largest that counted first. What is in neither lay outside the open hours. */
export function sharesOf(phases: readonly Phase[], until: number, hands: readonly Hands[]): Share[] {
  const shares = new Map<string, { holder: string; id: string | null; counted: number; paused: number }>();
  for (const [index, { from, running, calendar }] of phases.entries()) {
    const to = Math.min(phases[index + 1]?.from ?? until, until);
    for (const hand of hands) {
      const [start, end] = [Math.max(from, hand.from), Math.min(to, hand.to ?? until)];
      if (end <= start) continue;
      const key = `${hand.holder} ${hand.id}`;
      const share = shares.get(key) ?? { holder: hand.holder, id: hand.id, counted: 0, paused: 0 };
      if (running) share.counted += calendar.elapsed(start, end);
      else share.paused += end - start;
      shares.set(key, share);
    }
  }
  return [...shares.values()]
    .filter(({ counted, paused }) => counted + paused > 0)
    .toSorted((a, b) => b.counted - a.counted || b.paused - a.paused);
}

/** In whose hands it was at an instant: those that it came to, where it changed hands just then. */
export const handsAt = (hands: readonly Hands[], at: number): Hands | undefined => hands.findLast(({ from }) => from <= at) ?? hands[0];
