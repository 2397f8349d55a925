export { createDemonstration, type Demonstration, prepareDemonstration } from './demonstration.ts';
export { readProgress } from './progress.ts';
export { removeDemonstration } from './remove.ts';
