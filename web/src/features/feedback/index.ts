/** Feedback: what customers say, what goes along with it, and whom to call back. */
export { FeedbackPage } from './FeedbackPage.tsx';
