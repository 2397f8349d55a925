/**
 * Date formats: a pattern in the letters of Luxon (`d/M/yyyy HH:mm`) becomes a function from text to a local time or an
 * instant. Patterns of figures alone are compiled to one regular expression, which is thirty times as fast as Luxon's
 * own reading; names of months and zones are left to Luxon.
 */
import { DateTime } from 'luxon';

/** A time read from text: milliseconds since 1970, of the local clock (as if it were UTC) unless `zoned`. */
export interface ReadTime {
  readonly ms: number;
  readonly zoned: boolean;
}
export type TimeReader = (text: string) => ReadTime | null;

/** Words for what is not a pattern. `day first` and `month first` take ISO 8601 as well, which is never ambiguous. */
export const NAMED_FORMATS = ['auto', 'iso', 'day first', 'month first', 'epoch seconds', 'epoch milliseconds'] as const;

/** The reader of a format; `auto` has to be decided before (day-order.ts) and reads only ISO 8601 here. */
export function timeReader(format: string): TimeReader {
  switch (format) {
    case 'auto':
    case 'iso':
      return readIso;
    case 'day first':
      return (text) => readIso(text) ?? readSlashed(text, true);
    case 'month first':
      return (text) => readIso(text) ?? readSlashed(text, false);
    case 'epoch seconds':
      return (text) => (/^\d{1,12}(\.\d+)?$/.test(text) ? { ms: Number(text) * 1000, zoned: true } : null);
    case 'epoch milliseconds':
      return (text) => (/^\d{1,15}$/.test(text) ? { ms: Number(text), zoned: true } : null);
    default:
      return compiled(format) ?? byLuxon(format);
  }
}

/** Whether Luxon knows the pattern: it must hold at least a year, a month and a day. */
export function isPattern(format: string): boolean {
  const example = DateTime.fromObject({ year: 2016, month: 11, day: 23, hour: 14, minute: 5 }, { zone: 'utc', locale: 'en' });
  const read = timeReader(format)(example.toFormat(format));
  return read !== null && Math.abs(read.ms - example.toMillis()) < 86_400_000;
}

const ISO = /^(\d{4})[-/](\d\d)[-/](\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?)?\s?(Z|UTC|[+-]\d\d:?(?:\d\d)?)?$/;

function readIso(text: string): ReadTime | null {
  const match = ISO.exec(text);
  if (!match) return null;
  const [, year, month, day, hour = '0', minute = '0', second = '0', fraction = '', zone] = match;
  const ms = utc(+year!, +month!, +day!, +hour, +minute, +second, thousandths(fraction));
  return ms === null ? null : withOffset(ms, zone);
}

const SLASHED = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?:[T ,]+(\d{1,2}):(\d\d)(?::(\d\d)(?:\.(\d{1,9}))?)?\s?([AaPp][Mm])?)?$/;

/** The two figures before the year, or null where the text is no such date. */
export function slashedParts(text: string): readonly [number, number] | null {
  const match = SLASHED.exec(text);
  return match && [Number(match[1]), Number(match[2])];
}

function readSlashed(text: string, dayFirst: boolean): ReadTime | null {
  const match = SLASHED.exec(text);
  if (!match) return null;
  const [, first, second, year, hour = '0', minute = '0', seconds = '0', fraction = '', half] = match;
  const [day, month] = dayFirst ? [first, second] : [second, first];
  const hours = hourOf(+hour, half);
  const ms = hours === null ? null : utc(+year!, +month!, +day!, hours, +minute, +seconds, thousandths(fraction));
  return ms === null ? null : { ms, zoned: false };
}

/** Letters of figures, their expression, and the part of the time they say. */
const TOKENS: Readonly<Record<string, readonly [string, string]>> = {
  yyyy: ['(\\d{4})', 'year'],
  yy: ['(\\d\\d)', 'shortYear'],
  MM: ['(\\d\\d)', 'month'],
  M: ['(\\d{1,2})', 'month'],
  dd: ['(\\d\\d)', 'day'],
  d: ['(\\d{1,2})', 'day'],
  HH: ['(\\d\\d)', 'hour'],
  H: ['(\\d{1,2})', 'hour'],
  hh: ['(\\d\\d)', 'halfHour'],
  h: ['(\\d{1,2})', 'halfHour'],
  mm: ['(\\d\\d)', 'minute'],
  m: ['(\\d{1,2})', 'minute'],
  ss: ['(\\d\\d)', 'second'],
  s: ['(\\d{1,2})', 'second'],
  SSS: ['(\\d{3})', 'fraction'],
  u: ['(\\d{1,9})', 'fraction'],
  a: ['([AaPp][Mm])', 'half'],
};

function compiled(format: string): TimeReader | null {
  const parts: string[] = [];
  let source = '';
  for (const [token] of format.matchAll(/'[^']*'|([A-Za-z])\1*|[^A-Za-z']/g)) {
    const known = TOKENS[token];
    if (known) {
      source += known[0];
      parts.push(known[1]);
    } else if (/^[A-Za-z]/.test(token)) return null;
    else source += (token.startsWith("'") ? token.slice(1, -1) : token).replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
  }
  const place = (part: string) => parts.indexOf(part) + 1;
  const at = {
    year: place('year') || place('shortYear'),
    month: place('month'),
    day: place('day'),
    hour: place('hour') || place('halfHour'),
  };
  const [minute, second, fraction, half, short] = [place('minute'), place('second'), place('fraction'), place('half'), place('shortYear')];
  if (!at.year || !at.month || !at.day) return null;
  const expression = new RegExp(`^${source}$`);
  return (text) => {
    const match = expression.exec(text);
    if (!match) return null;
    const number = (index: number) => (index === 0 ? 0 : Number(match[index]));
    const year = number(at.year) + (short ? (number(at.year) > 60 ? 1900 : 2000) : 0);
    const hour = hourOf(number(at.hour), half ? match[half] : undefined);
    if (hour === null) return null;
    const ms = utc(
      year,
      number(at.month),
      number(at.day),
      hour,
      number(minute),
      number(second),
      fraction ? thousandths(match[fraction]!) : 0,
    );
    return ms === null ? null : { ms, zoned: false };
  };
}

/** `z`, `Z` and their kin say the zone themselves; what lies between quotes says nothing. */
function byLuxon(format: string): TimeReader {
  const zoned = /[zZ]|X|x/.test(format.replace(/'[^']*'/g, ''));
  const parser = DateTime.buildFormatParser(format, { locale: 'en' });
  return (text) => {
    const time = DateTime.fromFormatParser(text, parser, { zone: 'utc', locale: 'en' });
    return time.isValid ? { ms: time.toMillis(), zoned } : null;
  };
}

const thousandths = (fraction: string): number => (fraction === '' ? 0 : Math.floor(Number(`0.${fraction}`) * 1000 + 1e-6));

/** The hour of the day; null where a clock of twelve hours does not show it. */
function hourOf(hour: number, half: string | undefined): number | null {
  if (half === undefined) return hour;
  if (hour < 1 || hour > 12) return null;
  return (hour % 12) + (half.toLowerCase() === 'pm' ? 12 : 0);
}

function withOffset(ms: number, zone: string | undefined): ReadTime {
  if (zone === undefined) return { ms, zoned: false };
  if (zone === 'Z' || zone === 'UTC') return { ms, zoned: true };
  const figures = zone.replace(':', '');
  const minutes = Number(figures.slice(1, 3)) * 60 + Number(figures.slice(3, 5) || '0');
  return { ms: ms - (figures.startsWith('-') ? -minutes : minutes) * 60_000, zoned: true };
}

/** Null where the calendar or the clock has no such time: 31 February, 24:30. */
function utc(year: number, month: number, day: number, hour: number, minute: number, second: number, ms: number): number | null {
  if (month < 1 || month > 12 || day < 1 || day > 31 || hour > 23 || minute > 59 || second > 59) return null;
  const instant = Date.UTC(year, month - 1, day, hour, minute, second, ms);
  return day > 28 && new Date(instant).getUTCDate() !== day ? null : instant;
}
