/** Charts and the cards they stand in. The canvas itself is fetched when the first one is shown. */
export { fullLabel, shortLabel, type Grain } from './bucket-label.ts';
export { ChartPanel } from './ChartPanel.tsx';
export { categoryHeight, type CategoryChart } from './category-option.ts';
export { defused, download, save, type Cell, type Table } from './csv.ts';
export { categoryDrawing, heatDrawing, scatterDrawing, timeDrawing, type Drawing } from './drawing.ts';
export { heatHeight, type HeatChart } from './heat-option.ts';
export { Legend } from './Legend.tsx';
export type { Scheme } from './series-colours.ts';
export { Spark } from './Spark.tsx';
export type { Series, TimeChart } from './time-option.ts';
