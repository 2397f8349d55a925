/** Charts and the cards they stand in. The canvas itself is fetched when the first one is shown. */
export { Bars, type Bar } from './Bars.tsx';
export { fullLabel, shortLabel, type Grain } from './bucket-label.ts';
export { ChartPanel } from './ChartPanel.tsx';
export type { Table } from './csv.ts';
export { Legend } from './Legend.tsx';
export { Spark } from './Spark.tsx';
export { useUnfold } from './use-unfold.ts';
export type { Series, TimeChart } from './time-option.ts';
