/** Charts and the cards they stand in. The canvas itself is fetched when the first one is shown. */
export { fullLabel, shortLabel, type Grain } from './bucket-label.ts';
export { ChartPanel } from './ChartPanel.tsx';
export { categoryHeight, categoryLeast, type CategoryChart } from './category-option.ts';
export { save, type Cell, type Facts, type Table } from './csv.ts';
export {
  categoryDrawing,
  funnelDrawing,
  gaugeDrawing,
  heatDrawing,
  histogramDrawing,
  mapDrawing,
  sankeyDrawing,
  scatterDrawing,
  timeDrawing,
  type Drawable,
  type Drawing,
} from './drawing.ts';
export { funnelHeight, type FunnelStep } from './funnel-option.ts';
export { GAUGE_HEIGHT, type GaugeChart } from './gauge-option.ts';
export { HISTOGRAM_HEIGHT } from './histogram-option.ts';
export { hasPlace, MAP_HEIGHT } from './map-option.ts';
export { sankeyHeight, type SankeyFlow, type SankeyNode } from './sankey-option.ts';
export { heatHeight, heatLeast, type HeatChart } from './heat-option.ts';
export { FilesMenu, type Files } from './FilesMenu.tsx';
export { Legend } from './Legend.tsx';
export { paperWords } from './messages.ts';
export type { Sheet } from './paper.ts';
export { type Scheme, SERIES_COLOURS } from './series-colours.ts';
export { Spark } from './Spark.tsx';
export type { Series, TimeChart } from './time-option.ts';
