/**
 * Fits the queue to the past. Not all time at work goes into tickets, so one efficiency is found with which the mean wait of all is that
 * of the past. What then is left, because a real centre has teams, shifts and priorities that the queue has not, is corrected by quantile
 * mapping (Panofsky and Brier, 1958): the wait that so many of a hundred tickets stay below is made that of the past. The mapping rises
 * everywhere, so that a longer wait in the queue stays a longer one, and beyond what was seen it adds what it added last.
 */
import { type Baseline, type Correction, type Fitted, HOURS_OF_WEEK, PLACES } from './baseline.ts';
import { type Drawn, ordinaryTickets, staffOf } from './ordinary.ts';
import { runQueue } from './queue.ts';

/** A day to begin with something in the queue, and one for what is written last to be answered. */
const WEEK: readonly number[] = Array.from({ length: HOURS_OF_WEEK + 48 }, (_, hour) => (hour + 144) % HOURS_OF_WEEK);

/** Weeks are drawn so often to fit, and to lay the waits beside each other. */
const FITTING_RUNS = 16;
const MAPPING_RUNS = 800;
const STEPS = 7;
/** Where the efficiency is looked for first; beyond, step by step, as far as these. */
const [LOW, HIGH] = [0.5, 2];
const [LEAST, MOST] = [0.05, 20];
/** With fewer answered tickets than this a channel's waits are left as the queue gives them. */
const ENOUGH_WAITS = 50;
/** How late in the order of waits the allowance of a channel is taken. */
const ALLOWANCE_PLACE = 0.75;

/** The same for the same seed. */
export function fitQueue(baseline: Baseline, seed: number): Fitted {
  const allowance = baseline.channels.map(({ actual }) => actual.waits[PLACES.findIndex((place) => place >= ALLOWANCE_PLACE)] ?? 0);
  const plain = { allowance, corrections: [] };
  const wanted = baseline.actual.meanWait ?? 0;
  const isTooLow = (efficiency: number) =>
    (reproduce(baseline, { ...plain, efficiency }, { seed, runs: FITTING_RUNS }).all.meanWait ?? 0) > wanted;
  let [low, high] = [LOW, HIGH];
  while (low > LEAST && !isTooLow(low)) [low, high] = [low / 2, low];
  while (high < MOST && isTooLow(high)) [low, high] = [high, high * 2];
  for (let step = 0; step < STEPS; step += 1) {
    const efficiency = Math.sqrt(low * high);
    if (isTooLow(efficiency)) low = efficiency;
    else high = efficiency;
  }
  const efficiency = Math.sqrt(low * high);
  const mapped = reproduce(baseline, { ...plain, efficiency }, { seed: seed + 1, runs: MAPPING_RUNS });
  const corrections = mapped.channels.map(({ waits }, channel): Correction => {
    const { actual } = baseline.channels[channel]!;
    return waits.length === 0 || actual.answered < ENOUGH_WAITS ? { from: [], to: [] } : { from: waits, to: actual.waits };
  });
  return { efficiency, allowance, corrections };
}

/** The wait of the past that stands where the queue's wait stands. */
export function corrected(wait: number, { from, to }: Correction): number {
  const last = from.length - 1;
  if (last < 0) return wait;
  if (wait >= from[last]!) return to[last]! + wait - from[last]!;
  let low = 0;
  let high = last;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (from[middle]! <= wait) low = middle;
    else high = middle;
  }
  const width = from[high]! - from[low]!;
  const part = width === 0 ? 1 : Math.max(0, (wait - from[low]!) / width);
  return to[low]! + part * (to[high]! - to[low]!);
}

/** When each of the tickets that people answer was answered and given up, in minutes since the run began; NaN where it never was. */
export function answers(queued: readonly Drawn[], staff: readonly number[], { corrections, ...fitted }: Fitted) {
  const { answeredAt, gaveUpAt } = runQueue({ tickets: queued, staff, ...fitted });
  if (corrections.length > 0)
    for (const [number, { at, channel }] of queued.entries())
      answeredAt[number] = at + corrected(answeredAt[number]! - at, corrections[channel]!);
  return { answeredAt, gaveUpAt };
}

export interface Reproduced {
  /** Of a week. */
  readonly tickets: number;
  readonly answered: number;
  readonly meanWait: number | null;
  readonly medianWait: number | null;
  readonly waits: readonly number[];
}

interface Draws {
  readonly seed: number;
  readonly runs: number;
}

/** What weeks without an outage come out as: by channel, in the baseline's order, and all together. Each week learnt is drawn as often as any other. */
export function reproduce(baseline: Baseline, fitted: Fitted, { seed, runs }: Draws): { channels: Reproduced[]; all: Reproduced } {
  const waits = baseline.channels.map((): number[] => []);
  const tickets = baseline.channels.map(() => 0);
  const rounds = Math.ceil(runs / baseline.staff.length) * baseline.staff.length;
  for (let run = 0; run < rounds; run += 1) {
    const drawn = ordinaryTickets(baseline, WEEK, seed, run);
    const queued = drawn.filter(({ wantsPerson }) => wantsPerson);
    const { answeredAt } = answers(queued, staffOf(baseline, WEEK, seed, run, run % baseline.staff.length), fitted);
    for (const { at, channel } of drawn) if (isInside(at)) tickets[channel]! += 1;
    for (const [number, { at, channel }] of queued.entries())
      if (isInside(at) && !Number.isNaN(answeredAt[number]!)) waits[channel]!.push(answeredAt[number]! - at);
  }
  return {
    channels: waits.map((own, channel) => summedUp(own, tickets[channel]!, rounds)),
    all: summedUp(
      waits.flat(),
      tickets.reduce((sum, one) => sum + one, 0),
      rounds,
    ),
  };
}

/** The week between the day before and the day after. */
const isInside = (at: number) => at >= 24 * 60 && at < (24 + HOURS_OF_WEEK) * 60;

function summedUp(waits: readonly number[], tickets: number, rounds: number): Reproduced {
  const sorted = Float64Array.from(waits).toSorted();
  const at = (place: number) => sorted[Math.round(place * (sorted.length - 1))]!;
  const isEmpty = sorted.length === 0;
  return {
    tickets: tickets / rounds,
    answered: sorted.length / rounds,
    meanWait: isEmpty ? null : sorted.reduce((sum, one) => sum + one, 0) / sorted.length,
    medianWait: isEmpty ? null : at(0.5),
    waits: isEmpty ? [] : PLACES.map(at),
  };
}
