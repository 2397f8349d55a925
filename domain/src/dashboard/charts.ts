/** How an answer is drawn. Every one of them is also a table. */
export const CHARTS = ['number', 'line', 'bars', 'stacked', 'heatmap', 'scatter', 'table'] as const;
export type Chart = (typeof CHARTS)[number];
