/** What a clock says in a few words: how long is left or over, and what it is about. Pure; the instant and the zone are given. */
import {
  formatDay,
  formatDuration,
  formatFullInstant,
  formatShortDuration,
  formatTime,
  formatWeekdayTime,
  sentenceCase,
} from '../ui/index.ts';
import { breachMs, levelOf, type Climbing } from './ladder.ts';
import { messages } from './messages.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Nearer than this the seconds count. */
const BY_SECOND = 10 * MINUTE;
/** Further than this nobody counts down: the instant says more. */
const BY_INSTANT = 8 * HOUR;
const BY_WEEKDAY = 6 * DAY;

export const metricName = (metric: string): string => messages.metric[metric] ?? sentenceCase(metric);
export const owedName = (metric: string): string => messages.owed[metric] ?? metricName(metric);

function untilWords(at: number, now: number, timeZone: string | undefined): string {
  if (formatDay(at, now, timeZone) === formatDay(now, now, timeZone)) return formatTime(at, timeZone);
  return at - now < BY_WEEKDAY ? formatWeekdayTime(at, timeZone) : formatDay(at, now, timeZone);
}

/** `9 m 42 s left`, `12 m left`, `2 h 05 m left`, `by Thu 14:30`, `breached 5 m ago`, `stands still`; until the breach, by the wall clock. */
export function countdown(clock: Climbing, now: number, timeZone: string | undefined): string {
  const at = breachMs(clock);
  if (at < now) return messages.breachedAgo(now - at < HOUR ? ago(now - at) : formatShortDuration((now - at) / SECOND));
  if (!clock.isRunning || at === Infinity) return messages.standsStill;
  const left = at - now;
  if (left > BY_INSTANT) return messages.until(untilWords(at, now, timeZone));
  // Cut off and not rounded: nobody has a minute that is not there.
  if (left > BY_SECOND && left < HOUR) return messages.left(formatShortDuration((left - (left % MINUTE)) / SECOND));
  return messages.left(formatDuration(left / SECOND));
}

const ago = (ms: number): string => formatShortDuration((ms < MINUTE ? ms : ms - (ms % MINUTE)) / SECOND);

/** The whole of it: `First response: at risk, breached after Wed, 25 Nov 2026, 15:30:00 GMT`. */
export function meaningOf(clock: Climbing & { metric: string }, now: number, timeZone: string | undefined): string {
  const level = levelOf(clock, now);
  const name = metricName(clock.metric);
  if (level === 'paused' || clock.breachesAt === null) return messages.meaningStill(name);
  const instant = formatFullInstant(clock.breachesAt, timeZone);
  const words = messages.level[level];
  return level === 'breached' || level === 'severe' ? messages.meaningBroken(name, words, instant) : messages.meaning(name, words, instant);
}
