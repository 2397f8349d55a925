/** What the drawings of answers have in common: what is asked of them, and what they give. */
import type { Metric, QueryAnswer } from '../api/client.ts';
import type { Drawing, Scheme } from '../charts/index.ts';
import type { Explained } from './explain-search.ts';
import { targetSign, targetWords, valueWords } from './figure-words.ts';
import { valueName, type Group } from './group-words.ts';
import { messages } from './messages.ts';
import type { Question } from './question.ts';
import type { Catalogue } from './use-catalogue.ts';

export interface Drawn {
  drawing: Drawing;
  height: number;
  /** No lower can it be read. */
  least: number;
  legend: readonly { id: string; name: string; colour: number }[];
  /** The number behind a point; null where several stand behind it. */
  pick: (series: string | undefined, index: number) => Explained | null;
}

export interface Asked {
  question: Question;
  answer: QueryAnswer;
  /** Of the question, in its order. */
  metrics: readonly Metric[];
  catalogue: Catalogue;
  scheme: Scheme;
}

export const REST = 'rest';
export const MOST_PARTS = 8;
/** Drawn as what is left over. */
export const NO_COLOUR = 99;

export const formatOf =
  ({ unit }: Metric) =>
  (value: number | null): string =>
    valueWords(value, unit);

export const targetOf = (metric: Metric) =>
  metric.target === null
    ? null
    : { value: metric.target, label: messages.target(targetSign(metric), targetWords(metric.target, metric.unit)) };

/** Dimensions whose values have an order of their own. */
const ORDERED = new Set(['weekday', 'hour', 'duration', 'age']);

/** Values of one dimension of the answer, each once, in the order of the answer; days, hours and durations in their own. */
export function valuesIn(groups: readonly Group[], dimension: string): { value: string; name: string }[] {
  const found = new Map(
    groups.map(({ key, labels }) => [key[dimension] ?? '', valueName(dimension, key[dimension] ?? '', labels[dimension] ?? '')]),
  );
  const values = [...found].map(([value, name]) => ({ value, name }));
  return ORDERED.has(dimension) ? values.toSorted((one, other) => Number(one.value) - Number(other.value)) : values;
}

export const cellOf = (groups: readonly Group[], dimensions: readonly string[], row: string, column: string): Group | undefined =>
  groups.find(({ key }) => key[dimensions[0]!] === row && key[dimensions[1]!] === column);
