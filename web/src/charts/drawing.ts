/** What a canvas draws, and what is said of each of its points. It is also what a picture file is made of. */
import type { EChartsCoreOption } from 'echarts/core';
import { categoryOption, categoryWords, type CategoryChart } from './category-option.ts';
import { cellWords, heatOption, type HeatChart } from './heat-option.ts';
import { funnelOption, stepWords, type FunnelChart } from './funnel-option.ts';
import { gaugeOption, type GaugeChart } from './gauge-option.ts';
import { histogramOption, type HistogramChart } from './histogram-option.ts';
import { mapOption, type MapChart } from './map-option.ts';
import { messages } from './messages.ts';
import { sankeyOption, type SankeyChart } from './sankey-option.ts';
import { scatterOption, type ScatterChart } from './scatter-option.ts';
import type { Scheme } from './series-colours.ts';
import { pointWords, timeOption, type TimeChart } from './time-option.ts';

export interface Drawing {
  option: EChartsCoreOption;
  /** In words, in the order in which the keyboard moves through them. */
  points: readonly string[];
  /** The pointer brushes to zoom. */
  zooms?: boolean;
  /** What has to be there before it can be drawn, such as borders. */
  needs?: () => Promise<unknown>;
  /** The first point that stands for a link between others, where some do. */
  links?: number;
}

/** A drawing in the colours that are asked for, with what stands around it. */
export interface Drawable {
  drawing: (scheme: Scheme) => Drawing;
  height: number;
  legend: readonly { name: string; colour: number }[];
}

export const timeDrawing = (chart: TimeChart, scheme: Scheme): Drawing => ({
  option: timeOption(chart, scheme, messages.incomplete),
  zooms: true,
  points: chart.at.map((at, index) =>
    [
      chart.fullLabel(at),
      ...chart.series.map((series) => `${series.name} ${pointWords(chart, series, index)}`),
      ...(chart.incomplete[index] ? [messages.incomplete] : []),
    ].join(', '),
  ),
});

export const categoryDrawing = (chart: CategoryChart, scheme: Scheme): Drawing => ({
  option: categoryOption(chart, scheme),
  points: chart.categories.map((name, index) =>
    [name, ...chart.series.map((series) => `${series.name} ${categoryWords(chart, series, index)}`)].join(', '),
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

export const funnelDrawing = (chart: FunnelChart, scheme: Scheme): Drawing => ({
  option: funnelOption(chart, scheme),
  points: chart.steps.map(stepWords),
});

export const sankeyDrawing = (chart: SankeyChart, scheme: Scheme): Drawing => ({
  option: sankeyOption(chart, scheme),
  points: [...chart.nodes, ...chart.flows].map(({ words }) => words),
  links: chart.nodes.length,
});

export const gaugeDrawing = (chart: GaugeChart, scheme: Scheme): Drawing => ({
  option: gaugeOption(chart, scheme),
  points: [chart.words],
});

export const histogramDrawing = (chart: HistogramChart, scheme: Scheme): Drawing => ({
  option: histogramOption(chart, scheme),
  points: chart.bands.map(({ name, words, marks }) => [name, words, ...marks].join(', ')),
});

export const mapDrawing = (chart: MapChart, scheme: Scheme): Drawing => ({
  option: mapOption(chart, scheme),
  points: chart.countries.map(({ words }) => words),
  needs: () => import('./borders.ts'),
});
