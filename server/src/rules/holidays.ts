/**
 * Holidays out of an iCalendar file (RFC 5545), as people export them or download them from a ministry. The file is foreign, so
 * every step is bounded: its size, its events, the parts of its rules, the dates it gives and the time all of it takes. What is no
 * holiday is left out with a reason; only a file that cannot be read as a whole is refused.
 * A rule is checked here part by part before rrule-temporal expands it, because that leaves out silently what it does not know.
 */
import { RRuleTemporal } from 'rrule-temporal';
import { invalid, Refusal } from '../errors.ts';

export interface HolidaysRead {
  /** By date, each date once; the names of several events on it are joined. */
  readonly holidays: { readonly date: string; readonly name: string }[];
  /** What is no holiday, in the order of the file; the reason goes on where the name ends: "Team day" "is cancelled". */
  readonly skipped: { readonly name: string; readonly reason: string }[];
}

/** Both years are included. */
export interface Years {
  readonly from: number;
  readonly to: number;
}

const MOST_BYTES = 1024 * 1024;
const MOST_EVENTS = 10_000;
/** As many as a calendar may have. */
const MOST_DATES = 5000;
/** Dates with all their repetitions, such as a fortnight of holidays that begins anew every day. */
const MOST_PLACED = 100_000;
const MOST_YEARS = 30;
const MOST_DAYS_OF_EVENT = 366;
/** Real files take milliseconds; the worst single rule some hundred of them. */
const MOST_MS = 1000;
const LONGEST_NAME = 200;
const DAY_MS = 86_400_000;

/**
 * The all-day events of the file as dates within the years. Bytes are better than text: only of them can be told whether they are
 * UTF-8, and lines that are folded within a character be put together. Refuses (`invalid`, `too_large`) by the name of the field.
 */
export function readHolidays(file: string | Uint8Array, years: Years, field = 'file'): HolidaysRead {
  const [from, to] = windowOf(years);
  const entries = entriesOf(linesOf(file, field), field);
  const replaced = replacedDays(entries);
  const freeMeansNothing = !entries.some((entry) => isAllDay(entry) && !isFree(entry));
  const names = new Map<number, Set<string>>();
  const skipped = new Map<string, { name: string; reason: string }>();
  const endsAt = performance.now() + MOST_MS;
  let placed = 0;
  for (const entry of entries) {
    if (performance.now() > endsAt) throw invalid(field, 'has too many rules of repetition: working them out takes too long');
    const name = nameOf(entry);
    const days = irrelevance(entry, freeMeansNothing) ?? daysOf(entry, from, to, replaced);
    if (typeof days === 'string') {
      skipped.set(`${name}\n${days}`, { name, reason: days });
      continue;
    }
    for (const day of days) {
      placed += 1;
      names.set(day, (names.get(day) ?? new Set()).add(name));
      if (names.size > MOST_DATES || placed > MOST_PLACED)
        throw invalid(field, `must give at most ${MOST_DATES} dates in the years ${years.from} to ${years.to}`);
    }
  }
  const holidays = [...names]
    .toSorted(([a], [b]) => a - b)
    .map(([day, all]) => ({ date: new Date(day * DAY_MS).toISOString().slice(0, 10), name: cut([...all].join(', '), LONGEST_NAME) }));
  return { holidays, skipped: [...skipped.values()] };
}

/** The first and the last day of the years, in days since 1970. */
function windowOf({ from, to }: Years): [from: number, to: number] {
  const isYear = (year: number) => Number.isInteger(year) && year >= 1900 && year <= 2200;
  if (!isYear(from) || !isYear(to) || to < from || to - from >= MOST_YEARS)
    throw invalid('years', `must be at most ${MOST_YEARS} years between 1900 and 2200, the first not after the last`);
  return [Date.UTC(from, 0, 1) / DAY_MS, Date.UTC(to, 11, 31) / DAY_MS];
}

/** The unfolded lines. Folds are taken out before decoding, as some programs fold within a character (section 3.1). */
function linesOf(file: string | Uint8Array, field: string): string[] {
  const bytes = typeof file === 'string' ? Buffer.from(file) : Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  if (bytes.length > MOST_BYTES) {
    const message = `must be at most ${MOST_BYTES / 1024 / 1024} MB`;
    throw new Refusal('too_large', `${field} ${message}`, { fields: [{ field, message }] });
  }
  const unfolded = Buffer.from(bytes.toString('latin1').replaceAll(/(?:\r\n|\n|\r)[ \t]/g, ''), 'latin1');
  const text = unfolded.toString().replace(/^\uFEFF/, '');
  // What is not UTF-8 shows by the character that takes its place, whether it was decoded here or before.
  if (text.includes('\uFFFD') || text.includes('\0')) throw invalid(field, 'must be text in UTF-8');
  const lines = text.split(/[\r\n]+/).filter((line) => line.trim() !== '');
  if (!/^BEGIN:VCALENDAR\s*$/i.test(lines[0] ?? ''))
    throw invalid(field, 'must be an iCalendar file (.ics), which begins with BEGIN:VCALENDAR');
  return lines;
}

interface Entry {
  readonly kind: string;
  readonly properties: { readonly name: string; readonly value: string }[];
}

const ENTRY_KINDS = new Set(['VEVENT', 'VTODO', 'VJOURNAL']);

/** What stands directly in a calendar, without what is nested in it: an alarm has a summary of its own. */
function entriesOf(lines: readonly string[], field: string): Entry[] {
  const open: string[] = [];
  const entries: Entry[] = [];
  for (const line of lines) {
    const property = propertyOf(line);
    if (!property) continue;
    const kind = property.value.toUpperCase();
    if (property.name === 'BEGIN') {
      if (open.length === 0 && kind !== 'VCALENDAR') throw invalid(field, `has a ${cut(kind)} outside of any calendar`);
      open.push(kind);
      if (open.length === 2 && ENTRY_KINDS.has(kind)) entries.push({ kind, properties: [] });
      if (entries.length > MOST_EVENTS) throw invalid(field, `must have at most ${MOST_EVENTS} events`);
    } else if (property.name === 'END') {
      const last = open.pop();
      if (last !== kind) throw invalid(field, `is damaged: END:${cut(kind)} stands where ${last ? `END:${cut(last)}` : 'nothing'} belongs`);
    } else if (open.length === 2 && ENTRY_KINDS.has(open[1]!)) entries.at(-1)!.properties.push(property);
  }
  if (open.length > 0) throw invalid(field, `is not complete: it ends within ${cut(open.at(-1)!)}`);
  return entries;
}

/** Name and value of a line; parameters may be quoted and hold a colon then. What kind a value is shows in its form. */
function propertyOf(line: string): { name: string; value: string } | undefined {
  const colon = line.replaceAll(/"[^"]*"/g, (quoted) => '_'.repeat(quoted.length)).indexOf(':');
  if (colon < 1) return undefined;
  const name = line.slice(0, colon).split(';', 1)[0]!;
  return { name: name.toUpperCase(), value: line.slice(colon + 1).trim() };
}

const valuesOf = ({ properties }: Entry, name: string) => properties.filter((property) => property.name === name).map(({ value }) => value);
const valueOf = (entry: Entry, name: string): string | undefined => valuesOf(entry, name)[0];
const listOf = (entry: Entry, name: string) => valuesOf(entry, name).flatMap((value) => value.split(','));
/** Within a value: section 3.3.11. */
const unescaped = (value: string) => value.replaceAll(/\\(.)/gs, (_, char: string) => (/n/i.test(char) ? '\n' : char));
const cut = (text: string, longest = 40) =>
  text.length > longest ? `${text.slice(0, longest - 1).replace(/[\uD800-\uDBFF]$/, '')}…` : text;

function nameOf(entry: Entry): string {
  const summary = unescaped(valueOf(entry, 'SUMMARY') ?? '').replaceAll(/[\p{Cc}\u202A-\u202E\u2066-\u2069\s]+/gu, ' ');
  return cut(summary.trim(), LONGEST_NAME) || '(no name)';
}

const isAllDay = (entry: Entry) => entry.kind === 'VEVENT' && /^\d{8}$/.test(valueOf(entry, 'DTSTART') ?? '');
const isFree = (entry: Entry) => valueOf(entry, 'TRANSP')?.toUpperCase() === 'TRANSPARENT';

/** What calendars of holidays hold besides them. Google says it in the description's first line, others in a category. */
const NO_HOLIDAY =
  /^(observances?|birthdays?|anniversar(y|ies)|reminders?|seasons?|(moon|lunar) phases?|week ?numbers?|gedenktage?|geburtstage?)$/i;

/**
 * Why the entry is no holiday whatever its dates are. Google and Apple mark all their holidays as free time, so that says something
 * only in a file in which other days are busy (`freeMeansNothing` otherwise).
 */
function irrelevance(entry: Entry, freeMeansNothing: boolean): string | undefined {
  if (entry.kind !== 'VEVENT') return entry.kind === 'VTODO' ? 'is a task, not an event' : 'is a journal entry, not an event';
  if (valueOf(entry, 'STATUS')?.toUpperCase() === 'CANCELLED') return 'is cancelled';
  const about = [...listOf(entry, 'CATEGORIES'), unescaped(valueOf(entry, 'DESCRIPTION') ?? '').split('\n', 1)[0]!];
  const other = about.map((text) => unescaped(text).trim()).find((text) => NO_HOLIDAY.test(text));
  if (other) return `is no public holiday: the file calls it "${other}"`;
  return isAllDay(entry) && isFree(entry) && !freeMeansNothing ? 'is marked as free time (TRANSP:TRANSPARENT), unlike others' : undefined;
}

/** Of each series the days for which the file has an event of their own, moved, renamed or cancelled. */
function replacedDays(entries: readonly Entry[]): Map<string, Set<number>> {
  const found = new Map<string, Set<number>>();
  for (const entry of entries) {
    const [uid, day] = [valueOf(entry, 'UID'), dayFrom(valueOf(entry, 'RECURRENCE-ID')?.slice(0, 8))];
    if (uid !== undefined && day !== undefined) found.set(uid, (found.get(uid) ?? new Set()).add(day));
  }
  return found;
}

/** The days of the event from the first to the last day, or why it has none that could be a holiday. */
function daysOf(entry: Entry, from: number, to: number, replaced: ReadonlyMap<string, ReadonlySet<number>>): number[] | string {
  const span = spanOf(entry);
  if (typeof span === 'string') return span;
  const starts = startsOf(entry, span.start, from - span.days + 1, to);
  if (typeof starts === 'string') return starts;
  for (const day of listOf(entry, 'EXDATE')) starts.delete(dayFrom(day.slice(0, 8)) ?? Number.NaN);
  if (!valueOf(entry, 'RECURRENCE-ID')) for (const day of replaced.get(valueOf(entry, 'UID') ?? '') ?? []) starts.delete(day);
  const days: number[] = [];
  for (const start of starts)
    for (let day = Math.max(start, from); day < start + span.days && day <= to && days.length <= MOST_PLACED; day += 1) days.push(day);
  return days;
}

/** First day, and how many; the end of the file's event is the day after the last. */
function spanOf(entry: Entry): { start: number; days: number } | string {
  const [begin, end, duration] = ['DTSTART', 'DTEND', 'DURATION'].map((name) => valueOf(entry, name));
  if (begin === undefined) return 'does not say when it begins';
  if (/^\d{8}T\d{6}Z?$/.test(begin)) return timed(begin, end);
  const start = dayFrom(begin);
  if (start === undefined) return `begins on "${cut(begin)}", which is not a date`;
  const after = end === undefined ? start + daysIn(duration) : dayFrom(end);
  if (after === undefined || Number.isNaN(after)) return `ends by "${cut(end ?? duration ?? '')}", which is not a date or a number of days`;
  if (after < start) return 'ends before it begins';
  // Many programs write the same date twice for a single day.
  const days = Math.max(1, after - start);
  return days > MOST_DAYS_OF_EVENT ? `lasts longer than ${MOST_DAYS_OF_EVENT} days` : { start, days };
}

function timed(begin: string, end = ''): string {
  const [from, to] = [begin, end].map((text) => text.replace(/^\d{8}T(\d\d)(\d\d).*$/, '$1:$2'));
  const times = /^\d\d:\d\d$/.test(to!) ? `from ${from} to ${to}` : `at ${from}`;
  return `is timed (${times}), and a holiday closes the whole day: give the date hours of its own instead`;
}

/** Of a DURATION such as P3D; NaN when it is not in whole days. */
function daysIn(duration = 'P1D'): number {
  const [, weeks, days] = /^\+?P(?:(\d{1,4})W|(\d{1,4})D)$/.exec(duration) ?? [];
  return weeks === undefined ? Number(days) : Number(weeks) * 7;
}

/** Days since 1970 of a date such as 20261225. */
function dayFrom(text = ''): number | undefined {
  if (!/^\d{8}$/.test(text)) return undefined;
  const date = `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}`;
  const at = Date.parse(`${date}T00:00:00Z`);
  return Number.isNaN(at) || new Date(at).toISOString().slice(0, 10) !== date ? undefined : at / DAY_MS;
}

/** The days on which the event begins; with a rule only those it gives, as section 3.8.5.3 leaves open what else DTSTART would be. */
function startsOf(entry: Entry, start: number, from: number, to: number): Set<number> | string {
  const rules = valuesOf(entry, 'RRULE');
  if (rules.length > 10) return 'has more than 10 rules of repetition';
  if (valueOf(entry, 'EXRULE')) return 'has a rule of exceptions (EXRULE), which iCalendar no longer has';
  const starts = new Set<number>(rules.length === 0 ? [start] : []);
  for (const rule of rules) {
    const days = repetitions(rule, start, from, to);
    if (typeof days === 'string') return days;
    for (const day of days) starts.add(day);
  }
  for (const text of listOf(entry, 'RDATE')) {
    const day = dayFrom(text);
    if (day === undefined) return `is also to be on "${cut(text)}", which is not a date`;
    starts.add(day);
  }
  return starts;
}

/** At most so many values keep a rule from taking long; no holiday needs them. */
const list = (one: string) => new RegExp(`^(?:${one})(?:,(?:${one})){0,49}$`);
const YEARDAY = '[+-]?(?:0{0,2}[1-9]|0?[1-9]\\d|[12]\\d\\d|3[0-5]\\d|36[0-6])';
const WEEKDAY = '(?:MO|TU|WE|TH|FR|SA|SU)';
/** The parts of a rule that can say something of whole days. Without BYWEEKNO: rrule-temporal 2.2.8 takes another weekday for it. */
const PARTS: Readonly<Record<string, RegExp>> = {
  FREQ: /^(?:YEARLY|MONTHLY|WEEKLY|DAILY)$/,
  INTERVAL: /^0{0,3}[1-9]\d{0,3}$/,
  COUNT: /^\d{1,12}$/,
  UNTIL: /^\d{8}(?:T\d{6}Z?)?$/,
  BYMONTH: list('0?[1-9]|1[0-2]'),
  BYMONTHDAY: list('[+-]?(?:0?[1-9]|[12]\\d|3[01])'),
  BYYEARDAY: list(YEARDAY),
  BYDAY: list(`(?:[+-]?(?:0?[1-9]|[1-4]\\d|5[0-3]))?${WEEKDAY}`),
  BYSETPOS: list(YEARDAY),
  WKST: new RegExp(`^${WEEKDAY}$`),
};
/** Of a whole day they are to be ignored (section 3.3.10). */
const OF_TIMES = /^BY(?:HOUR|MINUTE|SECOND)$/;

/** Combinations that rrule-temporal 2.2.8 gets wrong, as the law in the test found, or that mean nothing. No holiday needs them. */
function isMixed(parts: ReadonlyMap<string, string>): boolean {
  const days = parts.get('BYDAY') ?? '';
  if (parts.has('BYYEARDAY')) return parts.get('FREQ') !== 'YEARLY' || days !== '' || parts.has('BYMONTH') || parts.has('BYMONTHDAY');
  return /\d/.test(days) && (/(?:^|,)[A-Z]/.test(days) || parts.has('BYMONTHDAY'));
}

/** The days from the first to the last on which a rule repeats what begins on `start`. */
function repetitions(rule: string, start: number, from: number, to: number): number[] | string {
  const parts = new Map<string, string>();
  for (const part of rule.toUpperCase().split(';')) {
    const [name = '', value = ''] = part.split('=', 2);
    if (part === '' || OF_TIMES.test(name)) continue;
    if (!Object.hasOwn(PARTS, name) || !PARTS[name]!.test(value) || parts.has(name))
      return `repeats by a rule that is not understood: "${cut(part)}"`;
    parts.set(name, value);
  }
  if (isMixed(parts)) return `repeats by a rule that is not understood: "${cut(rule)}"`;
  const until = parts.get('UNTIL');
  if (until !== undefined) parts.set('UNTIL', `${until.slice(0, 8)}T${until.slice(9, 15) || '000000'}Z`);
  // It is on a day once at most, so a count that the days until the last one do not reach takes nothing away, and costs much.
  if (Number(parts.get('COUNT')) > to - start) parts.delete('COUNT');
  const day = new Date(start * DAY_MS).toISOString().slice(0, 10).replaceAll('-', '');
  const rruleString = `DTSTART:${day}T000000Z\nRRULE:${[...parts].map((part) => part.join('=')).join(';')}`;
  try {
    const expanded = new RRuleTemporal({ rruleString, strict: true, cache: false, maxCandidateEvaluations: 100_000 });
    return expanded
      .between(new Date(from * DAY_MS), new Date(to * DAY_MS), true)
      .map(({ epochMilliseconds }) => epochMilliseconds / DAY_MS);
  } catch {
    return `repeats by a rule that cannot be worked out: "${cut(rule)}"`;
  }
}
