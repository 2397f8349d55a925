/** A number of each country. What has no place on the map is counted beside it, in the sentence (answer-sentence.ts). */
import { hasPlace, MAP_HEIGHT, mapDrawing } from '../charts/index.ts';
import { countryName, formatCount } from '../ui/index.ts';
import { formatOf, type Asked, type Drawn } from './drawn.ts';
import { explainedOf } from './explain-search.ts';
import { isFew } from './figure-words.ts';
import type { Group } from './group-words.ts';
import { messages } from './messages.ts';

const LEAST_HEIGHT = 220;

/** The code as ISO 3166-1 writes it, also where it came in small letters. */
const codeOf = ({ key }: Group): string => (key['country'] ?? '').toUpperCase();

/** The groups of the answer that no map shows: of no country, and of what is no country of ISO 3166-1. */
export const placeless = (groups: readonly Group[]): { unknown: Group[]; elsewhere: Group[] } => {
  const left = groups.filter((group) => !hasPlace(codeOf(group)));
  return { unknown: left.filter((group) => codeOf(group) === ''), elsewhere: left.filter((group) => codeOf(group) !== '') };
};

export function mapOf({ question, answer, metrics, scheme }: Asked): Drawn | null {
  const metric = metrics[0]!;
  const format = formatOf(metric);
  const shown = answer.groups.filter((group) => hasPlace(codeOf(group)) && group.values[metric.id]?.value != null);
  if (shown.length === 0) return null;
  const countries = shown.map((group) => {
    const { value, n } = group.values[metric.id]!;
    const words = [
      `${countryName(codeOf(group))}, ${metric.label} ${format(value)}`,
      ...(metric.unit === 'count' ? [] : [messages.n(formatCount(n))]),
    ].join(', ');
    return { code: codeOf(group), value: value!, words, isFew: isFew({ value, n, unit: metric.unit }) };
  });
  return {
    drawing: mapDrawing({ countries, form: metric.unit === 'count' ? 'circles' : 'colours', format }, scheme),
    height: MAP_HEIGHT,
    least: LEAST_HEIGHT,
    legend: [],
    pick: (_, index) => (shown[index] ? explainedOf(metric.id, question, shown[index].key) : null),
  };
}
