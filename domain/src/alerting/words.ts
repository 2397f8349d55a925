/** Rules and numbers read aloud, for whoever is told of an alert or looks at what a rule does. */
import { HAPPENED } from '../event/index.ts';
import { dimensionOf, type Metric, type MetricId, metricOf, populationsOf } from '../metrics/index.ts';
import type { Condition } from './conditions.ts';
import type { RuleSpec } from './rule.ts';
import type { Subject, SubjectOf } from './subject.ts';

/** What a rule names is in the catalogue: it was read so. */
export const numberOf = (id: MetricId): Metric => metricOf(id)!;

/** What somebody has still to say. */
const UNSAID = '…';

const UNITS = [
  [86_400, 'day'],
  [3600, 'hour'],
  [60, 'minute'],
  [1, 'second'],
] as const;

/** In the two largest units that there are: `1 hour 30 minutes`; `…` where it is not yet a number. */
export function durationWords(seconds: number): string {
  if (Number.isNaN(seconds)) return UNSAID;
  const parts: string[] = [];
  let left = Math.round(Math.abs(seconds));
  for (const [size, unit] of UNITS) {
    const count = Math.floor(left / size);
    left -= count * size;
    if (count > 0) parts.push(`${count} ${unit}${count === 1 ? '' : 's'}`);
  }
  return parts.length === 0 ? '0 seconds' : parts.slice(0, 2).join(' ');
}

/** A time that was measured, cut off as a clock shows it: `42 s`, `4 m 12 s`, `2 h 05 m`, `3 d 4 h`; nothing at the end is left out. */
export function shortDuration(seconds: number): string {
  const whole = Math.floor(Math.abs(seconds));
  const at = SHORT.findIndex(([size]) => whole >= size);
  if (at === -1) return '0 s';
  const [size, unit] = SHORT[at]!;
  const [part, smaller] = SHORT[at + 1] ?? [size, unit];
  const rest = Math.floor((whole % size) / part);
  const most = `${seconds < 0 ? '−' : ''}${Math.floor(whole / size).toLocaleString('en-GB')} ${unit}`;
  return rest === 0 ? most : `${most} ${unit === 'd' ? rest : two(rest)} ${smaller}`;
}

const SHORT = [
  [86_400, 'd'],
  [3600, 'h'],
  [60, 'm'],
  [1, 's'],
] as const;

const fixed = (value: number, decimals: number): string =>
  value.toLocaleString('en-GB', { minimumFractionDigits: decimals, maximumFractionDigits: decimals }).replace('-', '−');

/** A value that was measured, as its metric is counted and as every screen says it. */
export function valueWords({ unit }: Pick<Metric, 'unit'>, value: number): string {
  if (unit === 'seconds') return shortDuration(value);
  if (unit === 'share') return `${fixed(value * 100, 1)} %`;
  return fixed(value, unit === 'count' ? 0 : 1);
}

/** A bound that somebody has set: a round number, written as one. */
export function boundWords({ unit }: Pick<Metric, 'unit'>, bound: number): string {
  if (unit === 'seconds') return durationWords(bound);
  return unit === 'share' ? `${trimmed(bound * 100)} %` : trimmed(bound);
}

const two = (value: number): string => String(value).padStart(2, '0');

/** A word of the vocabulary as people write it: `Enterprise` of `enterprise`. */
export const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1).replaceAll('_', ' ');

const trimmed = (value: number): string => (Number.isNaN(value) ? UNSAID : String(Number(value.toFixed(2))));

/** What a value of a field, of a dimension, or a `calendar` or `connection` is called; undefined where it says so itself. */
export type NameOfValue = (field: string, value: string) => string | undefined;
const AS_IT_IS: NameOfValue = () => undefined;

const FIELD_WORDS: Readonly<Record<string, string>> = {
  supportTier: 'support tier',
  customerTier: 'customer tier',
  requester: 'customer',
  'event.scorePercent': 'score in per cent',
  'event.severityChange': 'change of the severity',
};
const fieldWords = (field: string) => FIELD_WORDS[field] ?? field.replace(/^event\./, '');

function conditionWords({ field, is, isNot, atLeast, atMost }: Condition, nameOf: NameOfValue): string {
  const listed = (values: readonly string[]) =>
    values
      .map((value) => (value === '' ? 'nothing' : (nameOf(field, value) ?? (field === 'customerTier' ? capital(value) : value))))
      .join(' or ');
  if (is) return `${fieldWords(field)} is ${listed(is)}`;
  if (isNot) return `${fieldWords(field)} is not ${listed(isNot)}`;
  if (atLeast !== undefined && atMost !== undefined) return `${fieldWords(field)} is from ${trimmed(atLeast)} to ${trimmed(atMost)}`;
  return atLeast === undefined
    ? `${fieldWords(field)} is at most ${trimmed(atMost ?? Number.NaN)}`
    : `${fieldWords(field)} is at least ${trimmed(atLeast)}`;
}

const whereWords = (where: readonly Condition[], nameOf: NameOfValue): string =>
  where.length === 0 ? '' : `, where ${where.map((one) => conditionWords(one, nameOf)).join(' and ')}`;
const sliceWords = ({ filters, by }: Pick<SubjectOf<'metric'>, 'filters' | 'by'>, nameOf: NameOfValue): string => {
  const named = (dimension: string, values: readonly string[]) => values.map((value) => nameOf(dimension, value) ?? value).join(' or ');
  const kept = filters.map(({ dimension, values, not }) => `${labelOf(dimension)} is ${not ? 'not ' : ''}${named(dimension, values)}`);
  return (by ? ` for each ${labelOf(by)}` : '') + (kept.length > 0 ? `, where ${kept.join(' and ')}` : '');
};
const labelOf = (dimension: NonNullable<SubjectOf<'metric'>['by']>) => dimensionOf(dimension).label.toLowerCase();
export const clockWords = (clock: string): string => clock.replaceAll('_', ' ');

const ABSENCE_WORDS = {
  reply: 'A customer has waited for a reply',
  update: 'Nothing has happened on an open ticket',
  assignee: 'Nobody has taken a ticket',
};

/** The condition of a rule, without the number that met it. */
export function conditionSentence({ condition, subject }: Pick<RuleSpec, 'condition' | 'subject'>): string {
  if (!condition) return '';
  const { compare, value, clear, forSeconds, leastN } = condition;
  const worded = (bound: number) =>
    subject.kind === 'metric' ? boundWords(numberOf(subject.metric), bound) : `${trimmed(bound)} deviations`;
  const back = clear === undefined || clear === value ? '' : `; well again at ${worded(clear)}`;
  const held = forSeconds > 0 ? ` for ${durationWords(forSeconds)}` : '';
  const cases = leastN > 0 ? `, of at least ${leastN} cases` : '';
  return `${compare} ${worded(value)}${held}${cases}${back}`;
}

/** What a rule watches and when it fires, in a sentence. Without `nameOf`, what is known by an id is called by it. */
export function ruleSentence(spec: Pick<RuleSpec, 'condition' | 'subject'>, nameOf: NameOfValue = AS_IT_IS): string {
  const sentence = subjectWords(spec.subject, conditionSentence(spec), nameOf);
  return `${sentence}.`;
}

/** Whether it is what there is at an instant, whatever came before. */
const isOfMoment = (metric: Metric): boolean => populationsOf(metric).every(({ period }) => period.by === 'asOf');

/** Over what it is measured: ` over the last hour`; nothing of what is counted at a moment. */
export const windowWords = ({ metric, windowSeconds }: Pick<SubjectOf<'metric'>, 'metric' | 'windowSeconds'>): string =>
  isOfMoment(numberOf(metric)) ? '' : ` over the last ${durationWords(windowSeconds).replace(/^1 /, '')}`;

function subjectWords(subject: Subject, bound: string, nameOf: NameOfValue): string {
  switch (subject.kind) {
    case 'metric':
      return `${numberOf(subject.metric).label}${windowWords(subject)}${sliceWords(subject, nameOf)} is ${bound}`;
    case 'anomaly':
      return `${numberOf(subject.metric).label} of an hour${sliceWords(subject, nameOf)}, beside what is usual at this hour of the week, is ${bound}`;
    case 'event':
      return `${capital(HAPPENED[subject.event])}${whereWords(subject.where, nameOf)}`;
    case 'sla': {
      const clock = subject.clock === null ? 'A promise' : `The promised ${clockWords(subject.clock)}`;
      return `${clock} ${subject.step === 'breach' ? 'is breached' : `has used ${subject.step} % of its time`}${whereWords(subject.where, nameOf)}`;
    }
    case 'absence': {
      const hours = subject.calendar === null ? '' : ` of ${nameOf('calendar', subject.calendar) ?? 'opening hours'}`;
      return `${ABSENCE_WORDS[subject.of]} for ${durationWords(subject.seconds)}${hours}${whereWords(subject.where, nameOf)}`;
    }
    case 'schedule':
      return `It is ${subject.at} in ${subject.timeZone}${subject.weekdays.length === 7 ? '' : ` on ${subject.weekdays.map((day) => DAYS[day - 1]).join(', ')}`}`;
    case 'connection':
      return `${subject.connection === null ? 'A connection' : `The connection ${nameOf('connection', subject.connection) ?? subject.connection}`} is silent or fails for ${durationWords(subject.seconds)}`;
  }
}

const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
