/** Counts that narrow step by step, and a count that flows from one dimension to another. */
import {
  funnelDrawing,
  funnelHeight,
  sankeyDrawing,
  sankeyHeight,
  type FunnelStep,
  type SankeyFlow,
  type SankeyNode,
} from '../charts/index.ts';
import { formatCount, formatShare } from '../ui/index.ts';
import { formatOf, MOST_PARTS, NO_COLOUR, REST, valuesIn, type Asked, type Drawn } from './drawn.ts';
import { explainedOf } from './explain-search.ts';
import { figureWords } from './figure-words.ts';
import { coloursOf } from './group-words.ts';
import { messages } from './messages.ts';

/** The steps of a funnel: the metrics of the whole in the order they were asked for. */
function stepsOf({ answer, metrics }: Pick<Asked, 'answer' | 'metrics'>): FunnelStep[] {
  const counts = metrics.map(({ id }) => answer.total.values[id]?.value ?? null);
  const partOf = (count: number | null, whole: number | null | undefined) => (count === null || !whole ? null : formatShare(count / whole));
  return metrics.map((metric, place) => {
    const [ofFirst, ofBefore] = [partOf(counts[place]!, counts[0]), partOf(counts[place]!, counts[place - 1])];
    const figure = answer.total.values[metric.id];
    return {
      name: metric.label,
      value: counts[place]!,
      words: figure ? figureWords(figure, metric.unit) : formatOf(metric)(null),
      // Of the second step the first is the one before.
      shares: [
        ...(place > 0 && ofFirst ? [messages.ofFirst(ofFirst)] : []),
        ...(place > 1 && ofBefore ? [messages.ofBefore(ofBefore)] : []),
      ],
    };
  });
}

export function funnelOf(asked: Asked): Drawn {
  const { question, metrics, scheme } = asked;
  const chart = { steps: stepsOf(asked) };
  return {
    drawing: funnelDrawing(chart, scheme),
    height: funnelHeight(chart),
    least: funnelHeight(chart),
    legend: [],
    pick: (_, index) => (metrics[index] ? explainedOf(metrics[index].id, question) : null),
  };
}

interface Side {
  /** Its place among the values of the dimension; the last of many is what is left over. */
  placeOf: (value: string) => number;
  values: readonly { value: string; name: string }[];
}

/** The values of a dimension, and beyond as many as there are colours the rest as one. */
function sideOf(groups: Asked['answer']['groups'], dimension: string): Side {
  const all = valuesIn(groups, dimension);
  const own = all.slice(0, all.length > MOST_PARTS ? MOST_PARTS - 1 : MOST_PARTS);
  const places = new Map(own.map(({ value }, place) => [value, place]));
  const left = all.length - own.length;
  return {
    placeOf: (value) => places.get(value) ?? own.length,
    values: left > 0 ? [...own, { value: REST, name: messages.othersOf(formatCount(left)) }] : own,
  };
}

export function sankeyOf({ question, answer, metrics, scheme }: Asked): Drawn | null {
  const [from, to] = question.dimensions as [string, string];
  const metric = metrics[0]!;
  const format = formatOf(metric);
  const counted = answer.groups.filter(({ values }) => (values[metric.id]?.value ?? 0) > 0);
  if (counted.length === 0) return null;
  const sides = { from: sideOf(counted, from), to: sideOf(counted, to) };
  const colours = coloursOf(sides.from.values.filter(({ value }) => value !== REST).map(({ value }) => value));
  const flows = new Map<string, { from: number; to: number; value: number }>();
  for (const { key, values } of counted) {
    const [start, end] = [sides.from.placeOf(key[from] ?? ''), sides.to.placeOf(key[to] ?? '')];
    const flow = flows.get(`${start} ${end}`) ?? { from: start, to: end, value: 0 };
    flow.value += values[metric.id]!.value!;
    flows.set(`${start} ${end}`, flow);
  }
  const ordered = [...flows.values()].toSorted((one, other) => one.from - other.from || one.to - other.to);
  const nodeOf =
    (side: 'from' | 'to') =>
    ({ value, name }: { value: string; name: string }, place: number): SankeyNode => {
      const sum = ordered.filter((flow) => flow[side] === place).reduce((total, flow) => total + flow.value, 0);
      const words = (side === 'from' ? messages.flowsFrom : messages.flowsTo)(name, format(sum));
      return { id: `${side} ${value}`, name, side, words, colour: side === 'from' ? (colours.get(value) ?? NO_COLOUR) : NO_COLOUR };
    };
  const nodes = [...sides.from.values.map(nodeOf('from')), ...sides.to.values.map(nodeOf('to'))];
  const links = ordered.map(({ from: start, to: end, value }): SankeyFlow => ({
    from: start,
    to: sides.from.values.length + end,
    value,
    words: messages.flows(sides.from.values[start]!.name, sides.to.values[end]!.name, format(value)),
  }));
  const keyOf = (index: number): Record<string, string> | null => {
    const flow = ordered[index - nodes.length];
    const chosen = flow
      ? { [from]: sides.from.values[flow.from]!.value, [to]: sides.to.values[flow.to]!.value }
      : index < sides.from.values.length
        ? { [from]: sides.from.values[index]?.value ?? REST }
        : { [to]: sides.to.values[index - sides.from.values.length]?.value ?? REST };
    return Object.values(chosen).includes(REST) ? null : chosen;
  };
  const chart = { nodes, flows: links };
  return {
    drawing: sankeyDrawing(chart, scheme),
    height: sankeyHeight(chart),
    least: sankeyHeight(chart),
    legend: [],
    pick: (_, index) => {
      const key = keyOf(index);
      return key && explainedOf(metric.id, question, key);
    },
  };
}
