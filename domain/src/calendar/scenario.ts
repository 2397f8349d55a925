/** Questions to calendars in a file, and the answers: the format of the random cases (domain/vectors). */
import { z } from 'zod';
import { createCalendar } from './calendar.ts';
import { calendarSpec } from './spec.ts';

const { zone, hours, overrides, breaks, holidays, always } = calendarSpec.shape;
const [EARLIEST, LATEST] = ['1970-01-01T00:00:00Z', '2200-01-01T00:00:00Z'];

/** ISO 8601, read as whole seconds since 1970. */
export const instantOf = z.iso
  .datetime({ offset: true })
  .transform((text) => Math.floor(Date.parse(text) / 1000))
  .refine((at) => at >= Date.parse(EARLIEST) / 1000 && at <= Date.parse(LATEST) / 1000, `must lie between ${EARLIEST} and ${LATEST}`);

export const calendarFile = z.object({
  cases: z.array(
    z.object({
      id: z.union([z.string(), z.number()]),
      zone,
      hours,
      /** Rows that take the place of a date's weekly ones, by either name. */
      overrides,
      shifts: overrides,
      breaks,
      holidays,
      always,
      a: instantOf,
      b: instantOf,
      n: z.int().min(0),
    }),
  ),
});
export type CalendarFile = z.output<typeof calendarFile>;

export interface CalendarResult {
  readonly id: string | number;
  /** Business seconds from a to b. */
  readonly within: number;
  /** The earliest and the latest instant by which n of them have passed since a; null for never. */
  readonly due: string | null;
  readonly overrun: string | null;
  /** The instant from which n of them pass until a. */
  readonly before: string | null;
  readonly in_hours_a: boolean;
  readonly in_hours_b: boolean;
}

export const runCalendarCases = ({ cases }: CalendarFile): CalendarResult[] =>
  cases.map(({ id, overrides: own, shifts, a, b, n, ...spec }) => {
    const calendar = createCalendar({ ...spec, overrides: { ...own, ...shifts } });
    return {
      id,
      within: calendar.elapsed(a, b),
      due: textOf(calendar.due(a, n)),
      overrun: textOf(calendar.breachAt(a, n)),
      before: textOf(calendar.back(a, n)),
      in_hours_a: calendar.isOpen(a),
      in_hours_b: calendar.isOpen(b),
    };
  });

/** An instant in seconds, as ISO 8601. */
export const textOf = (at: number | null): string | null => (at === null ? null : new Date(at * 1000).toISOString().replace('.000', ''));
