/** A point on the course of a clock, and why it stood still, in words. */
import { formatCount, formatDuration, formatInstant, formatNumber, sentenceCase } from '../../ui/index.ts';
import type { Point } from './promise-bar.ts';
import { messages } from './promise-messages.ts';

const words = messages.point;

const HOUR = 3600;

/** A length of business time, never in days, of which nobody knows how long they are: `43 h 41 m`. */
export function businessWords(seconds: number): string {
  if (seconds < 24 * HOUR) return formatDuration(seconds);
  const minutes = String(Math.floor((seconds % HOUR) / 60)).padStart(2, '0');
  return `${formatCount(Math.floor(seconds / HOUR))}\u00a0h\u00a0${minutes}\u00a0m`;
}

/** A target as one says it, without the parts that are nothing: `48 h`, `7 m 30 s`. */
export const targetWords = (seconds: number): string => businessWords(seconds).replace(/(?:(?<=\S)\u00a000\u00a0[ms])$/, '');

/** `80 %`. */
export const stepShare = (step: number): string => `${formatNumber(step, 0)}\u00a0%`;

export function whyWords(why: Point['why']): string {
  if (!why) return '';
  const status = messages.pausedFor[why.status] ?? sentenceCase(why.status).toLowerCase();
  return why.reason ? `${status}, “${why.reason}”` : status;
}

export function pointName({ kind, step, why }: Point): string {
  switch (kind) {
    case 'step':
      return words.step(stepShare(step ?? 0));
    case 'pauseFrom':
      return words.pauseFrom(whyWords(why));
    default:
      return words[kind];
  }
}

/** `80 % of its time used, 25 Nov, 17:32, to come`. */
export function pointWords(point: Point, now: number, zone: string | undefined): string {
  const parts = [pointName(point), formatInstant(point.at, now, zone)];
  if (point.madeAt !== null) parts.push(messages.told(formatInstant(point.madeAt, now, zone)));
  else if (point.at > now) parts.push(messages.toCome);
  return parts.join(', ');
}
