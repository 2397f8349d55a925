/** What is said of people together: who stands out, and whose hands are too full. */

export interface Candidate {
  readonly who: string;
  readonly score: number;
}

/** Of two, one is always the best. */
const FEWEST_TO_STAND_OUT = 3;

/** Who is the best of at least three; null of fewer, and where two are equally good. */
export function bestOf<Of extends Candidate>(candidates: readonly Of[], betterWhen: 'higher' | 'lower'): Of | null {
  const sign = betterWhen === 'higher' ? 1 : -1;
  const [first, second] = candidates.toSorted((a, b) => sign * (b.score - a.score));
  return candidates.length < FEWEST_TO_STAND_OUT || first!.score === second!.score ? null : first!;
}

export interface Load {
  readonly who: string;
  /** Tickets in hand. */
  readonly held: number;
}

export interface Levelling {
  readonly from: Load;
  readonly to: Load;
  /** How many tickets, handed over, make the two alike. */
  readonly move: number;
  readonly mean: number;
}

/**
 * Who should hand tickets to whom: the fullest hands to the emptiest. Null where the fullest are no fuller than chance makes
 * them: of tickets that fall on people at random, one person in forty has two square roots of the mean more than the mean.
 */
export function levellingOf(loads: readonly Load[]): Levelling | null {
  const order = loads.toSorted((a, b) => b.held - a.held);
  const [from, to] = [order[0], order.at(-1)];
  if (!from || !to) return null;
  const mean = loads.reduce((sum, { held }) => sum + held, 0) / loads.length;
  const move = Math.floor((from.held - to.held) / 2);
  return move > 0 && from.held - mean > 2 * Math.sqrt(mean) ? { from, to, move, mean } : null;
}
