/**
 * Which of many outages run at an instant, asked sixty times a second while a day is played back. Time is cut into buckets, each with those
 * that run at some time in it; of these the instant is looked at.
 */
import { type Span, stageAt } from './outage.ts';

export interface Playback {
  /** The places in the list of those that run at the instant, ascending. */
  runningAt(at: number): number[];
}

/** Wide enough that what runs for days is not noted in thousands of buckets, narrow enough that few are looked at in vain. */
const LEAST_BUCKET_MS = 900_000;
const MOST_BUCKETS = 2_000;

export function createPlayback(outages: readonly Span[]): Playback {
  const shown = outages.map((one, place) => ({ ...one, place })).filter(({ isCancelled }) => !isCancelled);
  if (shown.length === 0) return { runningAt: () => [] };
  let from = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  for (const { startedAt, endedAt } of shown) {
    from = Math.min(from, startedAt);
    last = Math.max(last, endedAt ?? startedAt);
  }
  const width = Math.max(LEAST_BUCKET_MS, Math.ceil((last - from + 1) / MOST_BUCKETS));
  // What is beyond the last bucket is what has no end.
  const bucketOf = (at: number) => Math.min(Math.floor((at - from) / width), Math.floor((last - from) / width) + 1);
  const buckets: number[][] = Array.from({ length: bucketOf(Number.MAX_SAFE_INTEGER) + 1 }, () => []);
  for (const { place, startedAt, endedAt } of shown)
    for (let bucket = bucketOf(startedAt); bucket <= (endedAt === null ? buckets.length - 1 : bucketOf(endedAt)); bucket += 1)
      buckets[bucket]!.push(place);
  return {
    runningAt: (at) => (at < from ? [] : buckets[bucketOf(at)]!.filter((place) => stageAt(outages[place]!, at) === 'running')),
  };
}
