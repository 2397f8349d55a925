/** The server, as the web application asks it. */
export { answered, answeredAs, api, done } from './answers.ts';
export type * from './client.ts';
export { useTicketAction, type TicketAction } from './ticket-actions.ts';
