/** How an answer is drawn. Every one of them is also a table. */
export const CHARTS = [
  'number',
  'gauge',
  'line',
  'area',
  'bar',
  'stacked',
  'funnel',
  'sankey',
  'heat',
  'map',
  'scatter',
  'distribution',
  'table',
] as const;
export type Chart = (typeof CHARTS)[number];
