/**
 * In which format a column writes times. Where the day and the month could change places and every value would still be read, nothing
 * is decided: the person is asked, since every guess would be wrong half the time.
 */
import { DateTime } from 'luxon';
import { timeReader } from '../date-format.ts';

export interface TimeColumn {
  /** The format that reads most values; null where the person has to say which of the `candidates`. */
  readonly format: string | null;
  readonly candidates: readonly string[];
  /** Some values come without a zone. */
  readonly isNaive: boolean;
  /** Of the values looked at, those that the format does not read. */
  readonly unread: number;
  /** A value and what each of the candidates makes of it, for the question. */
  readonly example: { readonly text: string; readonly readings: readonly { readonly format: string; readonly day: string }[] } | null;
}

/** Pairs: they differ in whether the day or the month stands first. */
const PAIRS: readonly (readonly [dayFirst: string, monthFirst: string])[] = [
  ['day first', 'month first'],
  ...['/', '-', '.'].flatMap((mark) =>
    ['', ' HH:mm', ' H:mm', ' HH:mm:ss', ' h:mm a', ' hh:mm:ss a'].map((time): readonly [string, string] => [
      `d${mark}M${mark}yy${time}`,
      `M${mark}d${mark}yy${time}`,
    ]),
  ),
];
const ALONE = [
  ...['', ' HH:mm', ' HH:mm:ss', ' h:mm a', ', HH:mm', ', h:mm a'].flatMap((time) => [
    `d MMM yyyy${time}`,
    `d MMMM yyyy${time}`,
    `MMM d, yyyy${time}`,
    `MMMM d, yyyy${time}`,
    `dd-MMM-yyyy${time}`,
    `dd-MMM-yy${time}`,
    `dd/MMM/yy${time}`,
  ]),
  "yyyy-MM-dd'T'HH:mm:ss.SSSZZZ",
  'yyyy-MM-dd HH:mm:ss ZZZ',
  'EEE, d MMM yyyy HH:mm:ss ZZZ',
  'EEE MMM d yyyy HH:mm:ss',
  'yyyyMMddHHmmss',
  'yyyyMMdd HH:mm:ss',
];
/** The first of those that read equally much is taken: what ISO 8601 reads is no question of order. */
const KINDS: readonly (readonly string[])[] = [
  ['iso'],
  ...PAIRS,
  ...ALONE.map((format) => [format]),
  ['epoch seconds'],
  ['epoch milliseconds'],
];

/** A figure, and a mark between parts or as many figures as an instant has. */
const LIKE_A_TIME = /^(?=.*\d)(.{5,40}[/.\- :,].*|.*[/.\- :,].{4,40}|\d{8}|\d{10}(\.\d+)?|\d{13,14})$/;

/** Half of the values may be slips of a hand: a column of anything else holds hardly a time. */
const ENOUGH = 0.5;
const NEARLY_ALL = 0.95;
const LOOKED_AT = 500;
const GLIMPSED_AT = 20;
/** Figures are times only where they lie in our time. */
const EPOCH_FROM = Date.UTC(2000, 0);
const EPOCH_TO = Date.UTC(2040, 0);

/** Null for a column that is none of times. */
export function timeColumn(values: readonly string[]): TimeColumn | null {
  const sample = [...new Set(values)].slice(0, LOOKED_AT);
  const glimpse = sample.slice(0, GLIMPSED_AT);
  if (glimpse.filter((text) => LIKE_A_TIME.test(text)).length < glimpse.length / 2 || glimpse.length === 0) return null;
  // Names of months are read by a slow reader: what reads none of the first values need not be tried on all.
  const plausible = KINDS.map((kind) => kind.filter((format) => readable(format, glimpse) > 0)).filter((kind) => kind.length > 0);
  const counts = new Map(plausible.flat().map((format) => [format, readable(format, sample)] as const));
  const count = (format: string) => counts.get(format) ?? 0;
  const most = (kind: readonly string[]) => Math.max(...kind.map(count));
  const [best] = plausible.toSorted((a, b) => most(b) - most(a));
  if (!best) return null;
  const union = plausible.flat();
  const readers = union.map((format) => timeReader(format));
  const read = sample.filter((text) => readers.some((one) => one(text) !== null)).length;
  if (read < sample.length * ENOUGH) return null;
  // Dates, but in no one format: the person says which is right, or mends the file.
  if (most(best) < read * NEARLY_ALL) return undecided(union.toSorted((a, b) => count(b) - count(a)).slice(0, 4), sample);
  const kind = KINDS.find((one) => one.includes(best[0]!))!;
  const [first, second] = kind;
  if (second === undefined) return column(first!, kind, sample);
  if (count(first!) === count(second) || contradictory(first!, second, sample)) return undecided(kind, sample);
  return column(count(first!) > count(second) ? first! : second, kind, sample);
}

/** Values of both orders: each of them leaves some unread, so that none is right. */
const contradictory = (first: string, second: string, sample: readonly string[]): boolean => {
  const [a, b] = [timeReader(first), timeReader(second)];
  return sample.some((text) => a(text) === null && b(text) !== null) && sample.some((text) => b(text) === null && a(text) !== null);
};

function column(format: string, candidates: readonly string[], sample: readonly string[]): TimeColumn {
  const read = timeReader(format);
  const readings = sample.map((text) => read(text));
  return {
    format,
    candidates,
    isNaive: readings.some((one) => one !== null && !one.zoned),
    unread: readings.filter((one) => one === null).length,
    example: null,
  };
}

function undecided(candidates: readonly string[], sample: readonly string[]): TimeColumn {
  const readers = candidates.map((format) => [format, timeReader(format)] as const);
  // The most telling value is one that both read, and differently.
  const text = sample.find((one) => new Set(readers.map(([, read]) => read(one)?.ms)).size === readers.length) ?? sample[0]!;
  const readings = readers.flatMap(([format, read]) => {
    const time = read(text);
    return time === null ? [] : [{ format, day: DateTime.fromMillis(time.ms, { zone: 'utc', locale: 'en' }).toFormat('d MMMM yyyy') }];
  });
  const unread = Math.min(...readers.map(([, read]) => sample.filter((one) => read(one) === null).length));
  return { format: null, candidates, isNaive: true, unread, example: { text, readings } };
}

function readable(format: string, sample: readonly string[]): number {
  const read = timeReader(format);
  return sample.filter((text) => {
    const time = read(text);
    return time !== null && (!format.startsWith('epoch') || (time.ms >= EPOCH_FROM && time.ms < EPOCH_TO));
  }).length;
}
