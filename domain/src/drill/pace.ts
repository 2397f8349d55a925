/**
 * The clock of a drill: so many of its minutes pass in a minute of the wall. All that is judged is judged by it, the promises of the policy
 * too, so that a quick drill asks for quick deeds.
 */
export interface Pace {
  /** Milliseconds since 1970. */
  readonly startedAt: number;
  readonly pace: number;
}

/** The instant by the clock of the drill, which stands at the start when the wall's does. Whole milliseconds. */
export const drillTime = ({ startedAt, pace }: Pace, at: number): number => startedAt + Math.round((at - startedAt) * pace);

/** And back. */
export const wallTime = ({ startedAt, pace }: Pace, at: number): number => startedAt + Math.round((at - startedAt) / pace);
