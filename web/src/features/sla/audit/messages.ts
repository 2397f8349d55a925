/** The words of the exceptions. */
export const messages = {
  title: (count: string, isOne: boolean) => `${count} ${isOne ? 'thing deserves' : 'things deserve'} a second look`,
  titleNone: 'Nothing looks like a number being helped along',
  text: 'Pauses, tickets that were taken out of the figures, and what may be a way around a promise: reasons to read a ticket, and no verdicts.',
  kinds: {
    pending: { name: 'Waited for the customer', short: 'Pending' },
    on_hold: { name: 'Waited for a third party', short: 'On hold' },
    requested: { name: 'Pauses that customers asked for', short: 'Pause asked for' },
    out_of_scope: { name: 'Closed as out of scope', short: 'Out of scope' },
    merged: { name: 'Merged into another', short: 'Merged' },
    spam: { name: 'Spam', short: 'Spam' },
    deleted: { name: 'Deleted', short: 'Deleted' },
  },
  suspicions: {
    pause_without_reply: 'Paused without an answer',
    quick_reopen: 'Reopened within minutes',
    priority_lowered: 'Priority lowered near the breach',
  },
  totals: {
    title: 'Pauses and exceptions',
    inAll: (duration: string) => `${duration} in all`,
    withoutReason: (count: string) => `${count} without a reason`,
    allWithReason: 'each with its reason',
    outside: 'in no figure of compliance',
  },
  look: {
    title: 'Worth a second look',
    definition:
      'Set to pending though the customer’s last message had no answer; reopened within ten minutes of the resolve; priority lowered when more than 80 % of a target had gone.',
    sentence: (shown: string, all: string) => (shown === all ? `${all} in the period.` : `The newest ${shown} of ${all} in the period.`),
    none: 'Nothing to look at',
    noneText: 'No pause without an answer, no quick reopening and no lowered priority in this period.',
  },
  list: {
    title: 'Exceptions, the newest first',
    definition: 'Stretches in which clocks may have paused, and what ended them without a verdict, each with who did it and why.',
    sentence: (shown: string) => `The newest ${shown}.`,
    none: 'No exceptions in this period',
    noneText: 'No clock paused, and no ticket was taken out of the figures.',
  },
  columns: { ticket: 'Ticket', what: 'What', at: 'When', lasted: 'Lasted', reason: 'Reason', by: 'By', detail: 'How it looks' },
  stillOn: 'still on',
  noReason: 'none given',
  actors: { bot: 'A bot', automation: 'An automation', system: 'The system', customer: 'The customer', agent: 'An agent' },
} as const;
