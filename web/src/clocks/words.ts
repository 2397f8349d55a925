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
import { closedMs, closedUntil, leftMs, type Counting } from './hours.ts';
import { breachMs, isBreached, levelOf, type ClockState } from './ladder.ts';
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

/** What a clock is doing, in its one word. */
export const stateName = (state: ClockState): string => messages.state[state];
export const stateMeaning = (state: ClockState): string => messages.stateMeaning[state];
const inSentence = (state: ClockState): string => stateName(state).toLowerCase();

/**
 * `9 m 42 s left`, `12 m left`, `2 h 05 m business left` where its hours close in between, `9 m left, outside hours`, which
 * does not tick, `by Thu 14:30` far from the breach or where its hours are not known, `5 m ago` of a breach; nothing where no
 * time is to be told.
 */
export function remaining(clock: Counting, now: number, timeZone: string | undefined): string {
  const at = breachMs(clock);
  if (at < now) return messages.ago(cut(now - at));
  if (!clock.isRunning || at === Infinity) return '';
  const left = at - now > BY_INSTANT ? null : leftMs(clock, now);
  const words = left === null ? messages.until(untilWords(at, now, timeZone)) : leftWords(clock, left, now);
  return closedUntil(clock, now) === null ? words : messages.outside(words);
}

function leftWords(clock: Counting, left: number, now: number): string {
  // Cut off and not rounded: nobody has a minute that is not there.
  const words = left > BY_SECOND && left < HOUR ? cut(left) : formatDuration(left / SECOND);
  const isBusiness = closedMs(clock, now) !== 0 && closedUntil(clock, now) === null;
  return isBusiness ? messages.businessLeft(words) : messages.left(words);
}

/** Its largest unit, cut off as everywhere else where time passes: a ticket of 24 d 20 h was not breached 25 d ago. */
function cut(ms: number): string {
  const unit = [DAY, HOUR, MINUTE].find((one) => ms >= one) ?? SECOND;
  return formatShortDuration((ms - (ms % unit)) / SECOND);
}

/** The same for where the state does not stand beside it: `breached 5 m ago`, `paused`. */
export function countdown(clock: Counting, now: number, timeZone: string | undefined): string {
  const words = remaining(clock, now, timeZone);
  if (isBreached(clock, now)) return `${inSentence('breached')} ${words}`;
  return words === '' ? inSentence(levelOf(clock, now)) : words;
}

/** The whole of it: `First response: at risk, breached after Wed, 25 Nov 2026, 15:30:00 GMT`. */
export function meaningOf(clock: Counting & { metric: string }, now: number, timeZone: string | undefined): string {
  const level = levelOf(clock, now);
  const name = metricName(clock.metric);
  const state = inSentence(level);
  if (level === 'paused' || clock.breachesAt === null) return messages.meaningStill(name, state);
  const instant = formatFullInstant(clock.breachesAt, timeZone);
  if (level === 'breached' || level === 'severe') return messages.meaningBroken(name, state, instant);
  const opens = closedUntil(clock, now);
  return opens === null
    ? messages.meaning(name, state, instant)
    : messages.meaningOutside(name, state, formatFullInstant(opens, timeZone), instant);
}
