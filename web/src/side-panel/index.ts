/** A ticket beside a list: the places that list tickets bring what one does there. */
export { messages as sidePanelMessages } from './messages.ts';
export { TicketSidePanel, type TicketShown } from './TicketSidePanel.tsx';
