/** A goal as it is typed: amounts in the units people speak of, and nothing that must be there yet. */
import type { GoalDraft, GoalSpec, Metric } from '../../api/client.ts';
import { addDays } from '../../period/zone.ts';
import { type Filter, perOf, readAmount, typedAmount } from '../../numbers/index.ts';

/** NaN is what cannot be read as a number. */
export type Amount = number | '';

const isMissing = (amount: Amount): boolean => amount === '' || Number.isNaN(amount);

export interface GoalForm {
  title: string;
  metric: string | null;
  /** `all`, or a kind and an id such as `team:billing`. */
  whose: string;
  filters: readonly Filter[];
  baselineFrom: 'facts' | 'typed';
  baseline: Amount;
  source: string;
  target: Amount;
  /** Of durations, the seconds of the unit they are typed in. */
  per: number;
  startsOn: string;
  endsOn: string;
  windowDays: 7 | 28;
  owner: string;
  note: string;
}

const USUAL_PER = 3600;
const USUAL_DAYS = 90;

export const emptyForm = (today: string, owner: string, whose: string): GoalForm => ({
  title: '',
  metric: null,
  whose,
  filters: [],
  baselineFrom: 'facts',
  baseline: '',
  source: '',
  target: '',
  per: USUAL_PER,
  startsOn: today,
  endsOn: addDays(today, USUAL_DAYS),
  windowDays: 28,
  owner,
  note: '',
});

export function formOf(spec: GoalSpec, unit: Metric['unit']): GoalForm {
  const { whose, baseline } = spec;
  const per = unit === 'seconds' ? perOf(spec.target) : USUAL_PER;
  const typed = (value: number): Amount => typedAmount(value, unit, per);
  return {
    title: spec.title ?? '',
    metric: spec.metric,
    whose: whose.to === 'all' ? 'all' : `${whose.to}:${whose.id}`,
    filters: spec.filters,
    baselineFrom: baseline.from,
    baseline: typed(baseline.value),
    source: baseline.from === 'typed' ? baseline.source : '',
    target: typed(spec.target),
    per,
    startsOn: spec.startsOn,
    endsOn: spec.endsOn,
    windowDays: spec.windowDays,
    owner: spec.owner,
    note: spec.note,
  };
}

function whoseOf(whose: string): GoalDraft['whose'] {
  const [to, ...rest] = whose.split(':');
  const id = rest.join(':');
  if (to === 'team') return { to, id };
  return to === 'agent' ? { to, id } : { to: 'all' };
}

/** What is sent; null while something that must be there is missing. The server says what is wrong with the rest. */
export function draftOf(form: GoalForm, metric: Metric | undefined): GoalDraft | null {
  const { baseline, target, startsOn, endsOn } = form;
  if (!metric || isMissing(target) || startsOn === '' || endsOn === '') return null;
  if (form.baselineFrom === 'typed' && (isMissing(baseline) || form.source.trim() === '')) return null;
  const value = (amount: Amount): number => readAmount(Number(amount), metric.unit, form.per);
  const title = form.title.trim();
  return {
    ...(title === '' ? {} : { title }),
    metric: metric.id,
    whose: whoseOf(form.whose),
    filters: form.filters.map(({ dimension, values, not }) => ({ dimension, values: [...values], ...(not ? { not } : {}) })),
    baseline: form.baselineFrom === 'facts' ? { from: 'facts' } : { from: 'typed', value: value(baseline), source: form.source.trim() },
    target: value(target),
    startsOn,
    endsOn,
    windowDays: form.windowDays,
    owner: form.owner.trim(),
    note: form.note.trim(),
  } as GoalDraft;
}
