export { emptyTicket } from './empty.ts';
export { applyEvent, applyWithoutClocks, foldTicket, isAnnouncement, isNext, MOST_EVENTS } from './fold.ts';
export * from './holders.ts';
export { labelsAt } from './labels.ts';
export { ticketNumber } from './number.ts';
export * from './state.ts';
export { aboutSurvey } from './survey.ts';
export { openWaitOf, waitingSince } from './waiting.ts';
