/** The tickets of an ordinary stretch of time, and who is at work in it, drawn from the baseline. */
import type { Baseline, ChannelBaseline, Work } from './baseline.ts';
import { around1, type Chance, chanceOf, exponential, poisson } from './chance.ts';
import type { QueuedTicket } from './queue.ts';

/** A ticket of the simulation. Minutes since the run began. */
export interface Drawn extends QueuedTicket {
  /** Whether people answer it. */
  readonly wantsPerson: boolean;
  /** A number in [0, 1) of its own, by which a response takes some away. */
  readonly lot: number;
  /** What it is promised, as a place in the channel's list; -1 where the channel knows of no promise. */
  readonly promise: number;
  readonly isOutage: boolean;
}

/** The hours of a run, one after another, each as an hour of the week. */
export type Hours = readonly number[];

const HOURS_A_DAY = 24;

/** By arrival. The same for the same seed and run, whatever else happens in it. */
export function ordinaryTickets(baseline: Baseline, hours: Hours, seed: number, run: number): Drawn[] {
  const chance = chanceOf(seed, run, 1);
  const sigma = Math.sqrt(Math.log(1 + baseline.dispersion));
  const works = baseline.channels.map(({ work }) => deckOf(chance, work));
  const tickets: Drawn[] = [];
  let factor = 1;
  for (const [hour, ofWeek] of hours.entries()) {
    if (hour % HOURS_A_DAY === 0) factor = around1(chance, sigma);
    for (const [channel, { hourly }] of baseline.channels.entries()) {
      for (let left = poisson(chance, hourly[ofWeek]! * factor); left > 0; left -= 1)
        tickets.push(drawTicket(chance, baseline, channel, (hour + chance()) * 60, { work: works[channel]! }));
    }
  }
  return tickets.toSorted((a, b) => a.at - b.at);
}

/**
 * One after another in an order by chance, and again from the first: so that what the tickets of a week take together varies no more than
 * it does, rather than as much as the few largest of them do.
 */
function deckOf(chance: Chance, work: readonly Work[]): () => Work {
  const order = Uint32Array.from(work, (_, place) => place);
  for (let place = order.length - 1; place > 0; place -= 1) {
    const other = Math.floor(chance() * (place + 1));
    [order[place], order[other]] = [order[other]!, order[place]!];
  }
  let next = 0;
  return () => work[order[next++ % order.length]!] ?? NO_WORK;
}

const NO_WORK: Work = [0, 0, 0];

interface OfWhat {
  /** Whose work it is; any of the channel's unless given. */
  readonly work?: () => Work;
  readonly isOutage?: boolean;
  readonly slower?: number;
}

/** One ticket of a channel. Takes as many numbers of chance whatever comes of them. */
export function drawTicket(
  chance: Chance,
  { channels }: Baseline,
  channel: number,
  at: number,
  { work, isOutage = false, slower = 1 }: OfWhat,
): Drawn {
  const one = channels[channel]!;
  const wantsPerson = chance() < one.personShare;
  const any = one.work[Math.floor(chance() * one.work.length)] ?? NO_WORK;
  const [first, later, laterAfter] = wantsPerson && work ? work() : any;
  const patience = exponential(chance, 1);
  const promise = promiseOf(one, chance());
  return {
    at,
    channel,
    wantsPerson,
    first: first * slower,
    later: later * slower,
    laterAfter,
    givesUpAt: one.patience === null ? Number.POSITIVE_INFINITY : at + patience * one.patience,
    promise,
    lot: chance(),
    isOutage,
  };
}

function promiseOf({ promised }: ChannelBaseline, lot: number): number {
  let left = lot * promised.reduce((sum, { weight }) => sum + weight, 0);
  for (const [place, { weight }] of promised.entries()) if ((left -= weight) < 0) return place;
  return promised.length - 1;
}

/** How many are at work, by hour: those of one of the weeks learnt, in whole people, as an hour's average is drawn up or down. */
export function staffOf({ staff }: Baseline, hours: Hours, seed: number, run: number, week?: number): number[] {
  const chance = chanceOf(seed, run, 2);
  const drawn = Math.floor(chance() * staff.length);
  const own = staff[week ?? drawn]!;
  return hours.map((ofWeek) => {
    const average = own[ofWeek]!;
    return Math.floor(average) + (chance() < average % 1 ? 1 : 0);
  });
}
