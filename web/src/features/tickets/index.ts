/** The place of all tickets. */
export { TicketsPage } from './TicketsPage.tsx';
