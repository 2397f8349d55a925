/** How near to its breach a clock is at an instant, by the ladder: what it is called and how loud it is. */
import type { OpenClock } from '../../../api/client.ts';

export type Urgency = 'unpromised' | 'paused' | 'calm' | 'watched' | 'at_risk' | 'critical' | 'breached' | 'severe';

const LADDER: readonly (readonly [step: number, urgency: Urgency])[] = [
  [200, 'severe'],
  [90, 'critical'],
  [80, 'at_risk'],
  [50, 'watched'],
];

export type Counted = Pick<OpenClock, 'isRunning' | 'targetSeconds' | 'breachesAt' | 'steps' | 'risk'>;

/** At `now`, in milliseconds; between two answers of the server it moves on by itself. */
export function urgencyOf({ isRunning, targetSeconds, breachesAt, steps, risk }: Counted, now: number): Urgency {
  const reached = (step: number): boolean => steps.some((one) => one.step === step && Date.parse(one.at) <= now);
  if (risk === 'breached' || (isRunning && breachesAt !== null && Date.parse(breachesAt) < now))
    return reached(200) ? 'severe' : 'breached';
  if (targetSeconds === null) return 'unpromised';
  if (!isRunning) return 'paused';
  return LADDER.find(([step, urgency]) => urgency !== 'severe' && reached(step))?.[1] ?? 'calm';
}
