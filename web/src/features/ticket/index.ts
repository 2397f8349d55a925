/** The page of one ticket. */
export { TicketPage } from './TicketPage.tsx';
