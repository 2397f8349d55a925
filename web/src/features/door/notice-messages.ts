/** The words of the page that a link in a message opens. */
export type Deed = 'acknowledge' | 'snooze' | 'unsubscribe';

export const words = {
  titles: {
    acknowledge: 'Acknowledge this?',
    snooze: 'Let this wait?',
    unsubscribe: 'No more notices by e-mail?',
  } satisfies Record<Deed, string>,
  texts: {
    acknowledge: 'Everybody sees that you have it in hand, and nobody further up is told.',
    snooze: 'It is quiet about this until then, and nobody further up is told meanwhile.',
    unsubscribe: 'What you ought to know still comes into your inbox. You can choose again under “What you are told”.',
  } satisfies Record<Deed, string>,
  deeds: { acknowledge: 'Acknowledge', snooze: 'Snooze', unsubscribe: 'Stop them' } satisfies Record<Deed, string>,
  how: 'For how long',
  minutes: { '30': '30 minutes', '60': '1 hour', '240': '4 hours', '1440': 'A day' },
  done: { acknowledge: 'Acknowledged', snooze: 'Snoozed', unsubscribe: 'No more by e-mail' } satisfies Record<Deed, string>,
  doneTexts: {
    acknowledge: 'You have it in hand. You can close this page, or look at it.',
    snooze: 'You can close this page, or look at it.',
    unsubscribe: 'Nothing more comes by e-mail. Your inbox goes on.',
  } satisfies Record<Deed, string>,
  open: 'Open Watchdesk',
  over: 'This link does nothing any more',
  overText: 'It was for a week, or what it was about is gone. Look into Watchdesk itself.',
  ends: 'This link works until',
} as const;
