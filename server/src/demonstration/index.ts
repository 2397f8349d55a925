export { demonstratedCentre } from './centre.ts';
export { createDemonstration, type Demonstration, prepareDemonstration } from './demonstration.ts';
export { historySoFar, type HistorySoFar, WHOLE } from './history-so-far.ts';
export { readProgress } from './progress.ts';
export { removeDemonstration } from './remove.ts';
