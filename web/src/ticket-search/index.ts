/** Finding a ticket, wherever one has to be named. */
export { TicketSelect } from './TicketSelect.tsx';
