/** The words of a ticket beside a list. */
export const messages = {
  open: 'Open ticket',
  body: 'The ticket in short',
  close: 'Close the ticket beside the list',
  waiting: 'Customer waits for',
  notWaiting: 'The customer is not waiting',
  lastMessages: 'Last messages',
  noMessages: 'No messages yet',
  noText: 'No text',
  internal: 'Internal',
} as const;
