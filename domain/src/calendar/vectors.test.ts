/** Random calendars with the answers of two other programs (domain/vectors): where they disagree, the second is right. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type CalendarInput, createCalendar } from './index.ts';

interface Answers {
  within: number;
  due: string;
  overrun: string;
  before: string;
  in_hours_a: boolean;
  in_hours_b: boolean;
}
interface Case extends Pick<CalendarInput, 'zone' | 'hours' | 'breaks' | 'holidays'> {
  id: number;
  shifts: CalendarInput['overrides'];
  a: string;
  b: string;
  n: number;
  ours: Answers;
}

const { cases } = JSON.parse(readFileSync(new URL('../../vectors/calendar-vectors.json', import.meta.url), 'utf8')) as { cases: Case[] };
const seconds = (instant: string) => Date.parse(instant) / 1000;
const text = (at: number | null) => (at === null ? null : new Date(at * 1000).toISOString().replace('.000', ''));

function answersOf({ zone, hours, breaks, holidays, shifts, a, b, n }: Case): unknown {
  const calendar = createCalendar({ zone, hours, breaks, holidays, overrides: shifts });
  return {
    within: calendar.elapsed(seconds(a), seconds(b)),
    due: text(calendar.due(seconds(a), n)),
    overrun: text(calendar.breachAt(seconds(a), n)),
    before: text(calendar.back(seconds(a), n)),
    in_hours_a: calendar.isOpen(seconds(a)),
    in_hours_b: calendar.isOpen(seconds(b)),
  };
}

/** The vectors were made with the zone data of 2025b. Since then Morocco has given up its summer time. */
const CHANGED_SINCE: Readonly<Record<string, string>> = { 'Africa/Casablanca': '2026-09-01' };
const isUnchanged = ({ zone, b, ours }: Case) => {
  const since = process.versions['tz']! > '2025b' ? CHANGED_SINCE[zone] : undefined;
  return since === undefined || [b, ours.due, ours.overrun].every((instant) => instant < since);
};

describe('random calendars of 24 zones, half of them near a change of the clock', () => {
  const zones = Map.groupBy(cases.filter(isUnchanged), ({ zone }) => zone);
  test.each([...zones])('%s', (_zone, some) => {
    for (const one of some) expect({ id: one.id, ...(answersOf(one) as object) }).toEqual({ id: one.id, ...one.ours });
  });
});
