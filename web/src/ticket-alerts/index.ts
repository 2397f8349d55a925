/** Alerts where they stand beside a ticket, and how one stands, wherever it is shown. */
export { STATUS_WORDS } from './alert-status.ts';
export { AlertState } from './AlertState.tsx';
export { TicketAlerts } from './TicketAlerts.tsx';
