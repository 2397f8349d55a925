/** What an ordinary week looks like, as it was learnt from the past. Durations are minutes; hours of the week count from Monday 00:00 local. */
import type { CalendarInput } from '../calendar/index.ts';

export const HOURS_OF_WEEK = 168;

/** The work of one ticket: minutes until the first reply is written, minutes later, and how long after the first reply the later work comes. */
export type Work = readonly [first: number, later: number, laterAfter: number];

/** A promise of first response, and how many of a hundred tickets are given it. */
export interface Promised {
  /** Null for what is promised nothing. */
  readonly minutes: number | null;
  /** The place among the calendars; null where every hour counts. */
  readonly calendar: number | null;
  readonly weight: number;
}

export interface ChannelBaseline {
  readonly channel: string;
  /** Tickets an hour, by hour of the week. */
  readonly hourly: readonly number[];
  /** The share of tickets that people answer; the others the bot does. */
  readonly personShare: number;
  /** A sample of the tickets that people answered. */
  readonly work: readonly Work[];
  /** The mean of how long somebody waits before giving up; null where too few were seen to. */
  readonly patience: number | null;
  readonly promised: readonly Promised[];
  /** Of the past that was learnt from. */
  readonly actual: Actual;
}

export interface Actual {
  readonly tickets: number;
  /** How many waits the mean and the median are of. */
  readonly answered: number;
  readonly meanWait: number | null;
  readonly medianWait: number | null;
  /** The waits at the places of `PLACES`; empty where there are none. */
  readonly waits: readonly number[];
}

/** How satisfaction goes with the wait: points (0 to 100) = `at1` + `perDoubling` · log2(1 + minutes). */
export interface SatisfactionSlope {
  readonly at1: number;
  readonly perDoubling: number;
  readonly responses: number;
}

export interface Baseline {
  readonly channels: readonly ChannelBaseline[];
  /** Agents at work (available or busy), by week and hour of the week. A run takes one of the weeks. */
  readonly staff: readonly (readonly number[])[];
  /** Where who was at work is known from: what was told of presence, or who replied. */
  readonly staffFrom: 'presence' | 'replies';
  /** The variance of a day's number beyond that of pure chance, in squared means. */
  readonly dispersion: number;
  readonly calendars: readonly CalendarInput[];
  readonly satisfaction: SatisfactionSlope | null;
  /** Of all channels together. */
  readonly actual: Actual;
}

/** Where the waits of the past and those of the queue are laid beside each other: shares of the tickets, closer where the waits are long. */
export const PLACES: readonly number[] = [
  0,
  ...Array.from({ length: 48 }, (_, place) => (place + 1) / 50),
  0.97,
  0.98,
  0.985,
  0.99,
  0.993,
  0.996,
  0.998,
  0.999,
  1,
];

/** What is fitted so that the queue gives the waits of the past. */
export interface Fitted {
  /** The share of the time at work that goes into tickets' work as it was measured; above 1 where work is told of in part only. */
  readonly efficiency: number;
  /** How many minutes a ticket of each channel may wait before one of now goes first; the queue is worked by arrival plus this. */
  readonly allowance: readonly number[];
  /** By channel: what the queue gave for ordinary weeks at the places of `PLACES`, and what it was; empty where too few are known. */
  readonly corrections: readonly Correction[];
}

export interface Correction {
  readonly from: readonly number[];
  readonly to: readonly number[];
}
