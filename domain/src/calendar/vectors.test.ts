/** Random calendars with the answers of two other programs (domain/vectors): where they disagree, the second is right. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { calendarFile, type CalendarResult, runCalendarCases } from './index.ts';

interface Case {
  id: number;
  zone: string;
  b: string;
  ours: Omit<CalendarResult, 'id'>;
}

const { cases } = JSON.parse(readFileSync(new URL('../../vectors/calendar-vectors.json', import.meta.url), 'utf8')) as { cases: Case[] };

/** The vectors were made with the zone data of 2025b. Since then Morocco has given up its summer time. */
const CHANGED_SINCE: Readonly<Record<string, string>> = { 'Africa/Casablanca': '2026-09-01' };
const isUnchanged = ({ zone, b, ours }: Case) => {
  const since = process.versions['tz']! > '2025b' ? CHANGED_SINCE[zone] : undefined;
  return since === undefined || [b, ours.due, ours.overrun].every((instant) => instant !== null && instant < since);
};

describe('random calendars of 24 zones, half of them near a change of the clock', () => {
  const zones = Map.groupBy(cases.filter(isUnchanged), ({ zone }) => zone);
  test.each([...zones])('%s', (_zone, some) => {
    const answers = runCalendarCases(calendarFile.parse({ cases: some }));
    for (const [index, { id, ours }] of some.entries()) expect(answers[index]).toEqual({ id, ...ours });
  });
});
