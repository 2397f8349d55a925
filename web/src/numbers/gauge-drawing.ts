/** One number against its target and its warning. */
import type { Metric } from '../api/client.ts';
import { GAUGE_HEIGHT, gaugeDrawing, type GaugeChart } from '../charts/index.ts';
import { targetOf, type Asked, type Drawn } from './drawn.ts';
import { explainedOf } from './explain-search.ts';
import { figureWords, standing } from './figure-words.ts';
import { messages } from './messages.ts';

const LEAST_HEIGHT = 150;
/** Room beyond the farthest of value, target and warning. */
const BEYOND = 1.25;

/** Two digits up, so that an arc ends on a number one can read. */
function rounded(value: number): number {
  if (value <= 0) return 1;
  const step = 10 ** Math.floor(Math.log10(value) - 1);
  return Math.ceil(value / step) * step;
}

/** From nothing to the whole of a share; of an index from its worst to its best; of anything else to a round number beyond. */
function boundsOf({ id, unit, target, warning }: Metric, value: number | null): { min: number; max: number } {
  if (id === 'nps') return { min: -100, max: 100 };
  const farthest = Math.max(value ?? 0, target ?? 0, warning ?? 0);
  if (unit === 'share' && farthest <= 1) return { min: 0, max: 1 };
  if (unit === 'score' && farthest <= 5) return { min: 0, max: 5 };
  return { min: Math.min(0, value ?? 0), max: rounded(farthest * BEYOND) };
}

/** The arc cut at the target and the warning, each stretch as a value within it would stand. */
function stretchesOf(metric: Metric, { min, max }: { min: number; max: number }): GaugeChart['stretches'] {
  const cuts = [metric.target, metric.warning].filter((cut): cut is number => cut !== null && cut > min && cut < max);
  const ends = [...new Set(cuts)].toSorted((one, other) => one - other).concat(max);
  return ends.map((until, place) => {
    const middle = ((place === 0 ? min : ends[place - 1]!) + until) / 2;
    return { until, stands: standing({ ...metric, value: middle }) ?? 'met' };
  });
}

export function gaugeOf({ question, answer, metrics, scheme }: Asked): Drawn | null {
  const metric = metrics[0]!;
  const figure = answer.total.values[metric.id];
  const target = targetOf(metric);
  if (!figure || !target) return null;
  const bounds = boundsOf(metric, figure.value);
  const stands = standing({ ...metric, value: figure.value });
  const number = figureWords(figure, metric.unit);
  const chart: GaugeChart = {
    ...bounds,
    value: figure.value,
    unit: metric.unit,
    stretches: stretchesOf(metric, bounds),
    stands,
    number,
    standing: stands === null ? target.label : `${messages.standing[stands]}, ${target.label}`,
    words: [metric.label, number, ...(stands === null ? [] : [messages.standing[stands]]), target.label].join(', '),
    target,
  };
  return {
    drawing: gaugeDrawing(chart, scheme),
    height: GAUGE_HEIGHT,
    least: LEAST_HEIGHT,
    legend: [],
    pick: () => explainedOf(metric.id, question),
  };
}
