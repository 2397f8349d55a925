/** The words of deliveries, wherever they are told of. */
import type { Outcome } from './delivery.ts';

export const messages = {
  columns: { at: 'When', what: 'What', to: 'To', way: 'Way', state: 'State', why: 'Why' },
  ways: { inbox: 'Inbox', mail: 'E-mail', channel: 'Channel', none: 'None' },
  outcomes: {
    there: 'In the inbox',
    sent: 'Sent',
    grouped: 'Sent with others',
    waiting: 'Waiting',
    held: 'Held',
    capped: 'Held back',
    failed: 'Failed',
    nowhere: 'Not sent',
  } satisfies Record<Outcome, string>,
  nobody: 'Nobody',
  assignee: 'Whoever has the ticket',
  ladder: 'Whoever is next',
  details: 'Details',
  detailsOf: (title: string) => `Details: ${title}`,
  facts: {
    happened: 'Happened',
    made: 'Put in line',
    ended: 'Ended',
    next: 'Next try',
    tries: 'Tries',
    together: 'Notices in the message',
    message: 'Message',
    said: 'What the receiver said',
    ticket: 'Ticket',
  },
  everybody: 'Who else it was for',
} as const;
