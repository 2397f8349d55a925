export { emptyTicket } from './empty.ts';
export { applyEvent, foldTicket, isAnnouncement, isNext, MOST_EVENTS } from './fold.ts';
export * from './holders.ts';
export * from './state.ts';
export { openWaitOf, waitingSince } from './waiting.ts';
