/** What a chart of an answer shows, in one or two sentences, from the same figures that it draws. */
import type { Metric, QueryAnswer } from '../api/client.ts';
import { fullLabel } from '../charts/index.ts';
import { formatCount, formatShare } from '../ui/index.ts';
import { isSpread, SPREAD_BY, type ChartKind } from './chart-kind.ts';
import { figureWords, standing, targetSign, targetWords, valueWords } from './figure-words.ts';
import { groupName } from './group-words.ts';
import { placeless } from './map-drawing.ts';
import { messages } from './messages.ts';
import type { Question } from './question.ts';

const words = messages.sentence;

/** The groups that have a value, the highest first, so many of them as rest on enough to be compared; or all, where they are not people. */
function ranked({ groups }: QueryAnswer, { id, unit }: Metric, arePeople: boolean) {
  const valued = groups.filter(({ values }) => values[id]?.value != null);
  const firm = unit === 'count' ? valued : valued.filter(({ values }) => values[id]!.n >= 20);
  return (firm.length > 0 || arePeople ? firm : valued).toSorted((one, other) => other.values[id]!.value! - one.values[id]!.value!);
}

function groupsSentence(answer: QueryAnswer, { dimensions = [] }: Question, metric: Metric): string {
  const order = ranked(answer, metric, dimensions.includes('agent'));
  const [top, last] = [order[0], order.at(-1)];
  if (!top || !last) return answer.groups.length > 0 ? words.tooFew : words.nothing;
  const name = groupName(top, dimensions);
  const share = top.values[metric.id]!.share ?? null;
  if (share !== null && dimensions.length === 1) return words.largest(name, formatShare(share));
  const say = (group: typeof top) => valueWords(group.values[metric.id]!.value, metric.unit);
  const overall = valueWords(answer.total.values[metric.id]!.value, metric.unit);
  return [
    words.groups(metric.label, name, say(top)),
    ...(last === top ? [] : [words.lowest(groupName(last, dimensions), say(last))]),
    words.overall(overall),
  ].join(' ');
}

function timeSentence(answer: QueryAnswer, metric: Metric): string {
  const { grain, timeZone } = answer.period;
  const points = answer.total.series
    .filter(({ values, incomplete }) => values[metric.id]?.value != null && !incomplete)
    .toSorted((one, other) => other.values[metric.id]!.value! - one.values[metric.id]!.value!);
  // Of a level line no point is the highest.
  const [peak] = points[0]?.values[metric.id]!.value === points.at(-1)?.values[metric.id]!.value ? [] : points;
  const overall = words.overall(figureWords(answer.total.values[metric.id]!, metric.unit));
  if (!peak || !grain) return overall;
  const value = valueWords(peak.values[metric.id]!.value, metric.unit);
  return `${words.peak(metric.label, value, fullLabel(peak.at, grain, timeZone))} ${overall}`;
}

function funnelSentence(answer: QueryAnswer, metrics: readonly Metric[]): string {
  const counts = metrics.map(({ id, label }) => ({ label, value: answer.total.values[id]?.value ?? null }));
  const [first, last] = [counts[0], counts.at(-1)];
  if (!first?.value || last?.value == null) return first ? words.none(first.label) : words.nothing;
  const passes = counts.slice(1).flatMap(({ label, value }, place) => {
    const before = counts[place]!;
    return value !== null && before.value ? [{ from: before.label, to: label, share: value / before.value }] : [];
  });
  const steepest = passes.length > 1 ? passes.toSorted((one, other) => one.share - other.share)[0] : undefined;
  return [
    words.funnel(last.label, first.label, formatShare(last.value / first.value)),
    ...(steepest && steepest.share < 1 ? [words.steepest(steepest.from, steepest.to, formatShare(steepest.share))] : []),
  ].join(' ');
}

function gaugeSentence(figure: QueryAnswer['total']['values'][string], metric: Metric): string {
  const stands = standing({ ...metric, value: figure.value });
  if (figure.value === null || stands === null || metric.target === null) return words.overall(figureWords(figure, metric.unit));
  const target = messages.target(targetSign(metric), targetWords(metric.target, metric.unit));
  return words.target(metric.label, valueWords(figure.value, metric.unit), messages.standing[stands], target);
}

function flowSentence(answer: QueryAnswer, { dimensions = [] }: Question, metric: Metric): string {
  const [largest] = ranked(answer, metric, false);
  if (!largest) return words.nothing;
  const [from, to] = dimensions.map((id) => groupName(largest, [id]));
  return words.flow(from ?? '', to ?? '', valueWords(largest.values[metric.id]!.value, metric.unit));
}

/** Of what can be seen on it, and then what cannot. */
function mapSentence(answer: QueryAnswer, question: Question, metric: Metric): string {
  const { unknown, elsewhere } = placeless(answer.groups);
  const left = new Set([...unknown, ...elsewhere]);
  const seen = { ...answer, groups: answer.groups.filter((group) => !left.has(group)) };
  const said = (group: (typeof answer.groups)[number]) => figureWords(group.values[metric.id]!, metric.unit);
  return [
    ...(seen.groups.length > 0 ? [groupsSentence(seen, question, metric)] : []),
    ...unknown.map((group) => words.unknown(said(group))),
    ...(elsewhere.length > 0
      ? [words.elsewhere(elsewhere.map((group) => `${groupName(group, ['country'])} ${said(group)}`).join(', '))]
      : []),
  ].join(' ');
}

function spreadSentence(answer: QueryAnswer, metrics: readonly Metric[]): string {
  const [median, counted] = [metrics[0]!, metrics.at(-1)!];
  const slow = metrics.find(({ id }) => id.endsWith('_p95')) ?? median;
  const said = ({ id, unit }: Metric) => valueWords(answer.total.values[id]?.value ?? null, unit);
  const [most] = ranked(answer, counted, false);
  if (!most) return words.nothing;
  return words.bands(median.label.split(',')[0]!, said(median), said(slow), groupName(most, [SPREAD_BY]));
}

/** Where a ticket can be in several groups there is no rest to stand for those that are not shown. */
function cutSentence({ groups, groupsInAll, rest }: QueryAnswer): string {
  const isCut = rest === null && groups.length > 0 && groups.length < groupsInAll;
  return isCut ? words.cut(formatCount(groups.length), formatCount(groupsInAll)) : '';
}

/** What it shows, and what it does not. Empty where a number or a table stands for itself. */
export function answerSentence(kind: ChartKind, answer: QueryAnswer, question: Question, metrics: readonly Metric[]): string {
  return [shownSentence(kind, answer, question, metrics), cutSentence(answer)].filter((one) => one !== '').join(' ');
}

function shownSentence(kind: ChartKind, answer: QueryAnswer, question: Question, metrics: readonly Metric[]): string {
  const [metric, second] = metrics;
  const whole = metric && answer.total.values[metric.id];
  if (!metric || !whole) return words.nothing;
  if (whole.withheld) return words.withheld;
  if (kind === 'number') return '';
  if (metric.unit === 'count' && whole.value === 0) return words.none(metric.label);
  if (kind === 'scatter' && second) return words.scatter(formatCount(answer.groups.length), metric.label, second.label);
  if (kind === 'funnel') return funnelSentence(answer, metrics);
  if (kind === 'gauge') return gaugeSentence(whole, metric);
  if (kind === 'sankey') return flowSentence(answer, question, metric);
  if (kind === 'map') return mapSentence(answer, question, metric);
  if (kind === 'distribution' && isSpread(question)) return spreadSentence(answer, metrics);
  if (kind === 'distribution') {
    const slow = metrics.at(-1)!;
    const slowest = valueWords(answer.total.values[slow.id]?.value ?? null, slow.unit);
    return words.spread(metric.label.split(',')[0]!, valueWords(whole.value, metric.unit), slowest);
  }
  if (answer.period.grain) return timeSentence(answer, metric);
  if ((question.dimensions?.length ?? 0) > 0) return groupsSentence(answer, question, metric);
  return '';
}
