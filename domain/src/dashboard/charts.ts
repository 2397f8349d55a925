/** How an answer is drawn. Every one of them is also a table. */
export const CHARTS = ['number', 'line', 'area', 'bar', 'stacked', 'heat', 'scatter', 'distribution', 'table'] as const;
export type Chart = (typeof CHARTS)[number];
