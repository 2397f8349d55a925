export { bucketOf, dayOf, instant, rowsOf, type WeekStart } from './asking.ts';
export * from './buckets.ts';
export { type Grain, type Period, periodOf, type PeriodQuestion } from './period.ts';
export { shareAnswers } from './share-answers.ts';
