/** What customers say: what goes along with their satisfaction, and whom somebody should call back. */
import { answering, type MetricsParts } from '../metrics/index.ts';
import { drivers } from './drivers.ts';
import { followUps } from './follow-ups.ts';
import type { FeedbackQuestion } from './question.ts';

export { BANDED } from './bands.ts';
export { STATES } from './follow-ups.ts';
export { DRIVERS, LEFT_OUT } from './inputs.ts';
export type { FeedbackQuestion } from './question.ts';
export type Feedback = ReturnType<typeof createFeedback>;

export function createFeedback(parts: MetricsParts) {
  const shared = answering(parts);
  return {
    drivers: shared((asking, question: FeedbackQuestion, signal) => drivers(parts, asking, question, signal)),
    followUps: shared((asking, question: FeedbackQuestion, signal) => followUps(parts, asking, question, signal)),
    outdate: shared.outdate,
  };
}
