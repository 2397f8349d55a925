/** Rules on the ladder of a promise: which announcement each is about, and whether what was announced still holds. */
import type { KeptClock } from '../sla/index.ts';
import type { SubjectOf } from './subject.ts';
import { instantWords } from '../zone/index.ts';

export type SlaStep = SubjectOf<'sla'>['step'];

/** In the order in which a promise comes to them. */
const STEPS: readonly SlaStep[] = [50, 80, 90, 100, 'breach', 200];
export const isBeyond = (step: SlaStep, other: SlaStep): boolean => STEPS.indexOf(step) > STEPS.indexOf(other);

export const stepWords = (step: SlaStep): string => (step === 'breach' ? 'the promise is breached' : `${step} % of the time is used`);

/** As the log tells of it. */
export interface Announced {
  readonly clock: string;
  readonly cycle: string;
  readonly step: SlaStep;
}

/** What an event announces; null of any other. */
export function announcedBy({ type, data }: { readonly type: string; readonly data: unknown }): Announced | null {
  if (type !== 'sla.warned' && type !== 'sla.breached') return null;
  const { clock, cycle, step } = data as { clock: string; cycle: string; step?: SlaStep };
  return { clock, cycle, step: step ?? 'breach' };
}

/** What holds the alert: this step of this cycle of this ticket. */
export const slaMember = (ticket: string, { clock, cycle, step }: Announced): string => JSON.stringify([ticket, clock, cycle, step]);

export function announcedIn(member: string): Announced & { readonly ticket: string } {
  const [ticket, clock, cycle, step] = JSON.parse(member) as [string, string, string, SlaStep];
  return { ticket, clock, cycle, step };
}

/**
 * What has become of a step that was announced: it holds while its cycle goes on and has reached it, is over once the clock stopped,
 * and superseded where the cycle is no more, had stopped before it, or reaches the step later than was said.
 */
export function slaStanding(clocks: readonly KeptClock[], { clock, cycle, step }: Announced, now: number): 'holds' | 'over' | 'superseded' {
  const own = clocks.find((one) => one.metric === clock && one.cycle === cycle);
  if (!own) return 'superseded';
  const reached = own.announcements.find((one) => one.step === step);
  if (own.stop !== null) return reached === undefined ? 'superseded' : 'over';
  return reached !== undefined && reached.at * 1000 <= now ? 'holds' : 'superseded';
}

/** Why a step that was announced does not stand, in words that follow “it turned out that”. */
export function turnedOut(clocks: readonly KeptClock[], { clock, cycle }: Pick<Announced, 'clock' | 'cycle'>, timeZone: string): string {
  const own = clocks.find((one) => one.metric === clock && one.cycle === cycle);
  if (!own) return 'it turned out that this was not promised';
  if (own.stop === null) return 'it turned out that this comes later';
  const stop = own.stop * 1000;
  return `it turned out that the clock had stopped at ${instantWords(stop, timeZone, stop)}, before this`;
}
