/** Promises about time, wherever they are shown: the ladder, its words, and the badge. */
export { ClockBadge, LevelIcon } from './ClockBadge.tsx';
export { breachingOf, breachMs, compared, isBreached, levelOf, mostUrgent, nextBreachMs, type Breaching, type Level } from './ladder.ts';
export { metricName } from './words.ts';
