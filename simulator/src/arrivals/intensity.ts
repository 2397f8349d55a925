/**
 * How many conversations begin per hour, and about what. The rate of a region is constant within a local hour:
 *
 *   rate = conversationsPerDay / 24 · share · hour · weekday · season · growth · Σ weight(category) · effect(category)
 *
 * Hour and weekday factors have the mean 1 over a day and a week.
 */
import type { Region } from '../geography.ts';
import { REGION_SHARES } from '../people/organisations.ts';
import { cumulative } from '../random.ts';
import { DAY, HOUR, type Zone } from '../zone.ts';
import { CATEGORIES, CATEGORY_NAMES } from './categories.ts';

/** The zone whose clock and calendar a region's business follows. */
export const REGION_ZONES: Readonly<Record<Region, string>> = {
  EMEA: 'Europe/Berlin',
  Americas: 'America/Chicago',
  APAC: 'Asia/Singapore',
};

/** Relative to each other, local hours 0–23: mornings rise steeply, the early afternoon is the peak. */
const HOURS = [18, 13, 11, 11, 14, 22, 36, 58, 92, 122, 130, 124, 108, 122, 138, 136, 124, 106, 84, 68, 58, 48, 38, 27];
const HOUR_MEAN = HOURS.reduce((sum, weight) => sum + weight, 0) / 24;

/** From Sunday on. Mondays begin with what the weekend has left; Tuesday to Thursday are the busiest. */
const WEEKDAYS = [56, 118, 124, 122, 118, 104, 58];
const WEEKDAY_MEAN = WEEKDAYS.reduce((sum, weight) => sum + weight, 0) / 7;

const RELEASE_EVERY_DAYS = 21;
const FIRST_RELEASE_DAY = 9;

export interface Intensity {
  /** Conversations per millisecond in the hour that holds `at`, and the instant at which that hour ends, which lies ahead whatever the clocks do. */
  rate(at: number): { perMs: number; until: number };
  /** Running sums of the categories' weights then, in the order of CATEGORY_NAMES; the last is about 100. */
  mix(at: number): readonly number[];
}

export function createIntensity(region: Region, zone: Zone, conversationsPerDay: number, startAt: number): Intensity {
  const share = REGION_SHARES[region] / Object.values(REGION_SHARES).reduce((sum, part) => sum + part, 0);
  let mixDay = Number.NaN;
  let mix: readonly number[] = [];
  const mixAt = (at: number): readonly number[] => {
    const { day } = zone.local(at);
    if (day !== mixDay)
      [mixDay, mix] = [
        day,
        cumulative(CATEGORY_NAMES.map((name) => CATEGORIES[name].weight * effect(name, day, daysBetween(startAt, at)))),
      ];
    return mix;
  };
  return {
    mix: mixAt,
    rate(at) {
      const local = zone.local(at);
      const factor =
        (HOURS[local.hour]! / HOUR_MEAN) * (WEEKDAYS[local.weekday]! / WEEKDAY_MEAN) * season(local.day) * growth(daysBetween(startAt, at));
      const perDay = conversationsPerDay * share * factor * (mixAt(at).at(-1)! / 100);
      return { perMs: perDay / DAY, until: (Math.floor(at / HOUR) + 1) * HOUR };
    },
  };
}

const daysBetween = (from: number, to: number) => (to - from) / DAY;

/** What moves one category: the end of a month brings invoices (+35 %), a release brings trouble that wears off. */
function effect(category: (typeof CATEGORY_NAMES)[number], day: number, sinceStart: number): number {
  if (category === 'Billing') return isMonthEnd(day) ? 1.35 : 1;
  if (!CATEGORIES[category].technical) return 1;
  const age = sinceLastRelease(sinceStart);
  return age === null ? 1 : 1 + 0.5 * Math.exp(-age / 1.5);
}

/** One of the last three days of its month. */
export function isMonthEnd(day: number): boolean {
  const date = new Date(day * DAY);
  return date.getUTCDate() > new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate() - 3;
}

/** Days since the latest release; null before the first. */
export function sinceLastRelease(sinceStart: number): number | null {
  return sinceStart < FIRST_RELEASE_DAY ? null : (sinceStart - FIRST_RELEASE_DAY) % RELEASE_EVERY_DAYS;
}

/** The version that was current then; a release raises the middle number. */
export const versionAt = (sinceStart: number): string =>
  `4.${12 + (sinceStart < FIRST_RELEASE_DAY ? 0 : 1 + Math.floor((sinceStart - FIRST_RELEASE_DAY) / RELEASE_EVERY_DAYS))}`;

/** Between Christmas and New Year half of the customers are away; the last week of a quarter brings renewals. */
function season(day: number): number {
  const date = new Date(day * DAY);
  const [month, inMonth] = [date.getUTCMonth(), date.getUTCDate()];
  if ((month === 11 && inMonth >= 24) || (month === 0 && inMonth === 1)) return 0.5;
  return month % 3 === 2 && inMonth > 24 ? 1.06 : 1;
}

/** Logistic from 0.94 to 1.06 with its middle at day 45: a demonstration left running does not outgrow its staff. */
const growth = (days: number) => 0.94 + 0.12 / (1 + Math.exp(-(days - 45) / 20));
