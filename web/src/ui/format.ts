/**
 * Numbers, durations and instants as words, one way everywhere (numerals are tabular in the style sheet).
 * Parts of one value are joined by no-break spaces, so that `2 h 05 m` never breaks across lines.
 * What is not known is an en dash, never 0: a zero is a measurement.
 */
export const NONE = '–';

const NBSP = '\u00a0';
const MINUS = '\u2212';

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const known = (value: number | null | undefined): value is number => value !== null && value !== undefined && Number.isFinite(value);

const two = (value: number): string => String(value).padStart(2, '0');

const spoken = (seconds: number): string => {
  if (seconds > 0 && seconds < 1) return `<${NBSP}1${NBSP}s`;
  const whole = Math.floor(seconds);
  if (whole < MINUTE) return `${whole}${NBSP}s`;
  if (whole < HOUR) return `${Math.floor(whole / MINUTE)}${NBSP}m${NBSP}${two(whole % MINUTE)}${NBSP}s`;
  if (whole < DAY) return `${Math.floor(whole / HOUR)}${NBSP}h${NBSP}${two(Math.floor((whole % HOUR) / MINUTE))}${NBSP}m`;
  return `${formatCount(Math.floor(whole / DAY))}${NBSP}d${NBSP}${Math.floor((whole % DAY) / HOUR)}${NBSP}h`;
};

/**
 * `42 s`, `4 m 12 s`, `2 h 05 m`, `3 d 4 h` from seconds, cut off and not rounded, as a clock shows it.
 * A negative duration carries a minus sign; null and NaN give an en dash.
 */
export function formatDuration(seconds: number | null | undefined): string {
  if (!known(seconds)) return NONE;
  return seconds < 0 ? MINUS + spoken(-seconds) : spoken(seconds);
}

/** The same counted in business hours, and saying so: `2 h 05 m business`. */
export function formatBusinessDuration(seconds: number | null | undefined): string {
  return known(seconds) ? `${formatDuration(seconds)}${NBSP}business` : NONE;
}

/** The largest unit alone, for axes and tight places: `42 s`, `4 m`, `2 h`, `3 d`; rounded to the nearest. */
export function formatShortDuration(seconds: number | null | undefined): string {
  if (!known(seconds)) return NONE;
  const size = Math.abs(seconds);
  const sign = seconds < 0 ? MINUS : '';
  if (size < MINUTE - 0.5) return `${sign}${Math.round(size)}${NBSP}s`;
  if (size < HOUR - MINUTE / 2) return `${sign}${Math.round(size / MINUTE)}${NBSP}m`;
  if (size < DAY - HOUR / 2) return `${sign}${Math.round(size / HOUR)}${NBSP}h`;
  return `${sign}${Math.round(size / DAY)}${NBSP}d`;
}

const COUNT = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 });
const signed = (text: string): string => text.replace('-', MINUS);

/** `12,480`. */
export function formatCount(value: number | null | undefined): string {
  return known(value) ? signed(COUNT.format(value)) : NONE;
}

/** `1 change`, `12 changes`: a count with what is counted, whose plural ends in s. */
export const counted = (count: number, one: string): string => `${formatCount(count)}${NBSP}${one}${count === 1 ? '' : 's'}`;

const COMPACT = new Intl.NumberFormat('en-GB', { notation: 'compact', maximumFractionDigits: 1 });

/** `12k`, `1.2m`: for axes and narrow badges, where the full count stands close by. */
export function formatCompact(value: number | null | undefined): string {
  return known(value) ? signed(COMPACT.format(value)).toLowerCase() : NONE;
}

/** A number with so many decimals, all of them shown: `4.30`. */
export function formatNumber(value: number | null | undefined, decimals = 1): string {
  if (!known(value)) return NONE;
  return signed(new Intl.NumberFormat('en-GB', { minimumFractionDigits: decimals, maximumFractionDigits: decimals }).format(value));
}

/** A share from 0 to 1 with one decimal: `93.4 %`. */
export function formatShare(share: number | null | undefined): string {
  return known(share) ? `${formatNumber(share * 100, 1)}${NBSP}%` : NONE;
}

/** The difference of two shares, in points and with its sign: `+1.2 pp`. */
export function formatPoints(difference: number | null | undefined): string {
  return known(difference) ? `${difference > 0 ? '+' : ''}${formatNumber(difference * 100, 1)}${NBSP}pp` : NONE;
}

/** A relative change in percent with its sign: `+38 %` for 0.38; one decimal below ten percent. Many times as much is said so: `×250`. */
export function formatChange(ratio: number | null | undefined): string {
  if (!known(ratio)) return NONE;
  if (ratio >= 9.995) return `×${formatNumber(1 + ratio, 0)}`;
  const percent = ratio * 100;
  return `${percent > 0 ? '+' : ''}${formatNumber(percent, Math.abs(percent) < 9.95 ? 1 : 0)}${NBSP}%`;
}

/** `$5,000` in the currency given; cents only where there are some. */
export function formatMoney(amount: number | null | undefined, currency: string | null | undefined): string {
  if (!known(amount)) return NONE;
  if (!currency) return formatCount(amount);
  const digits = Number.isInteger(amount) ? 0 : 2;
  return signed(
    new Intl.NumberFormat('en-GB', {
      style: 'currency',
      currency,
      currencyDisplay: 'narrowSymbol',
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
    }).format(amount),
  );
}

const LETTERS = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
const firstLetter = (word: string): string => LETTERS.segment(word)[Symbol.iterator]().next().value?.segment ?? '';

/** The first letters of the first and last word, at most two. */
export function initials(name: string | null | undefined): string {
  const words = (name ?? '').trim().split(/\s+/).filter(Boolean);
  const ends = words.length > 1 ? [words[0], words.at(-1)] : words;
  return (
    ends
      .map((word) => firstLetter(word ?? ''))
      .join('')
      .toUpperCase() || '?'
  );
}

/** A word of the vocabulary as people write it: `on_hold` gives `On hold`. */
export function sentenceCase(term: string): string {
  const words = term.replaceAll(/[_-]+/g, ' ').trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

const displayed = (names: Intl.DisplayNames, code: string): string => {
  try {
    return names.of(code) ?? code;
  } catch {
    return code;
  }
};

const REGIONS = new Intl.DisplayNames('en', { type: 'region' });
const LANGUAGES = new Intl.DisplayNames('en', { type: 'language' });

/** `Australia` of `AU`; what is no code stays as it is. */
export const countryName = (code: string): string => displayed(REGIONS, code);

/** `German` of `de`; what is no code stays as it is. */
export const languageName = (code: string): string => displayed(LANGUAGES, code);
