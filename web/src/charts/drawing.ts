/** What a canvas draws, and what is said of each of its points. It is also what a picture file is made of. */
import type { EChartsCoreOption } from 'echarts/core';
import { categoryOption, type CategoryChart } from './category-option.ts';
import { cellWords, heatOption, type HeatChart } from './heat-option.ts';
import { messages } from './messages.ts';
import { scatterOption, type ScatterChart } from './scatter-option.ts';
import type { Scheme } from './series-colours.ts';
import { timeOption, type TimeChart } from './time-option.ts';

export interface Drawing {
  option: EChartsCoreOption;
  /** In words, in the order in which the keyboard moves through them. */
  points: readonly string[];
  /** The pointer brushes to zoom. */
  zooms?: boolean;
}

export const timeDrawing = (chart: TimeChart, scheme: Scheme): Drawing => ({
  option: timeOption(chart, scheme, messages.incomplete),
  zooms: true,
  points: chart.at.map((at, index) =>
    [
      chart.fullLabel(at),
      ...chart.series.map((series) => `${series.name} ${chart.format(series.values[index] ?? null)}`),
      ...(chart.incomplete[index] ? [messages.incomplete] : []),
    ].join(', '),
  ),
});

export const categoryDrawing = (chart: CategoryChart, scheme: Scheme): Drawing => ({
  option: categoryOption(chart, scheme),
  points: chart.categories.map((name, index) =>
    [name, ...chart.series.map((series) => `${series.name} ${chart.format(series.values[index] ?? null)}`)].join(', '),
  ),
});

export const heatDrawing = (chart: HeatChart, scheme: Scheme): Drawing => ({
  option: heatOption(chart, scheme),
  points: chart.cells.map((cell) => cellWords(chart, cell)),
});

export const scatterDrawing = (chart: ScatterChart, scheme: Scheme): Drawing => ({
  option: scatterOption(chart, scheme),
  points: chart.points.map(({ name, words }) => `${name}, ${words}`),
});
