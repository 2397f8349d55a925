/** The live queue: who waits, who is being helped, who can help. */
export { QueuePage } from './QueuePage.tsx';
