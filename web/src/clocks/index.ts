/** Promises about time, wherever they are shown: the ladder, the hours, their words, and the badge. */
export { ClockBadge, StateIcon } from './ClockBadge.tsx';
export {
  breachingOf,
  breachMs,
  compared,
  isBreached,
  levelOf,
  mostUrgent,
  nextBreachMs,
  type Breaching,
  type ClockState,
  type Level,
} from './ladder.ts';
export { metricName, remaining, stateMeaning, stateName } from './words.ts';
