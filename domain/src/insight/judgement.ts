/** What is said of a person because the numbers show it: strengths and growth areas, and nothing where the numbers are few. */
import type { Verdict } from '../statistics/index.ts';

/** A figure of somebody beside what is expected of it, of all the work or of one kind. */
export interface Judged {
  readonly verdict: Verdict | null;
  /** Of half widths of the interval, how far from what is expected. */
  readonly clearness: number;
}

/** More is not remembered from a conversation. */
const MOST = 5;

/** What is clearly better than expected, and what clearly worse, the clearest first. */
export function strengthsOf<Of extends Judged>(judged: readonly Of[]): { strengths: Of[]; growth: Of[] } {
  const clearest = (verdict: Verdict) =>
    judged
      .filter((one) => one.verdict === verdict)
      .toSorted((a, b) => b.clearness - a.clearness)
      .slice(0, MOST);
  return { strengths: clearest('better'), growth: clearest('worse') };
}

export type Level = 'strong' | 'usual' | 'mixed' | 'weak' | 'unknown';

/** How good somebody is at a kind of work, by what is known of it: better in something and worse in nothing is strong. */
export function levelOf(verdicts: readonly (Verdict | null)[]): Level {
  const [isBetter, isWorse] = [verdicts.includes('better'), verdicts.includes('worse')];
  if (isBetter && isWorse) return 'mixed';
  if (isBetter || isWorse) return isBetter ? 'strong' : 'weak';
  return verdicts.includes('alike') ? 'usual' : 'unknown';
}

export interface Skill {
  readonly level: Level;
  readonly clearness: number;
  readonly n: number;
}

/** The kind of work that somebody should get more of: one they are strong at, the clearest, of equals the one they know best. */
export const suggestedOf = <Of extends Skill>(skills: readonly Of[]): Of | null =>
  skills.filter(({ level }) => level === 'strong').toSorted((a, b) => b.clearness - a.clearness || b.n - a.n)[0] ?? null;
