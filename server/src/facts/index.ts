export {
  askFacts,
  boundTo,
  bucketOf,
  type FactAnswer,
  type FactQuestion,
  instant,
  type Measured,
  rowsOf,
  type WeekStart,
} from './ask-facts.ts';
export * from './buckets.ts';
export { type Grain, type Period, periodOf, type PeriodQuestion } from './period.ts';
export { shareAnswers } from './share-answers.ts';
