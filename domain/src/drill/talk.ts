/** Which of the messages that customers would write they do write: whoever was told that it is known asks less. */

/** A message that a customer would write if nobody told them anything. */
export interface Intended {
  /** By the clock of the drill. */
  readonly at: number;
  /** The first is a ticket; those that follow ask how it stands. */
  readonly isFirst: boolean;
  /** In [0, 1): who is told and writes all the same has a small one. */
  readonly lot: number;
}

/** Of those who read that it is known, so many write a ticket all the same. */
const UNMOVED = 0.35;
/** Before it is read, a notice stops nobody. */
const READ_AFTER_MS = 2 * 60_000;
/** Whoever was told waits so long before they ask again. */
const PATIENT_MS = 25 * 60_000;

/** `told`: the instants of what customers were told publicly, by the same clock. */
export function isSaid({ at, isFirst, lot }: Intended, told: readonly number[]): boolean {
  const last = told.filter((one) => one + READ_AFTER_MS <= at).reduce((latest, one) => Math.max(latest, one), -Infinity);
  if (last === -Infinity) return true;
  return isFirst ? lot < UNMOVED : at - last > PATIENT_MS;
}
