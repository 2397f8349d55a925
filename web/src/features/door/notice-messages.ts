/** The words of the page that a link in a message opens. */
export type Standing = 'open' | 'acknowledged' | 'snoozed' | 'resolved' | 'further';
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
    unsubscribe:
      'What you ought to know still comes into your inbox. While you are on call, letters come all the same. You can choose again under “What you are told”.',
  } satisfies Record<Deed, string>,
  deeds: { acknowledge: 'Acknowledge', snooze: 'Snooze', unsubscribe: 'Stop them' } satisfies Record<Deed, string>,
  how: 'For how long',
  done: { acknowledge: 'Acknowledged', snooze: 'Snoozed', unsubscribe: 'No more by e-mail' } satisfies Record<Deed, string>,
  doneTexts: {
    acknowledge: 'You have it in hand. You can close this page, or look at it.',
    snooze: 'You can close this page, or look at it.',
    unsubscribe: 'Nothing more comes by e-mail, unless you are on call. Your inbox goes on.',
  } satisfies Record<Deed, string>,
  /** How it stands already. */
  stands: {
    acknowledged: 'It is acknowledged',
    snoozed: 'It is snoozed',
    resolved: 'It is over',
    further: 'It has gone further since',
  } satisfies Record<Exclude<Standing, 'open'>, string>,
  standTexts: {
    acknowledged: 'Somebody has it in hand. Nothing more is to be done here.',
    snoozed: 'It is quiet about this for a while. You can say otherwise all the same.',
    resolved: 'Nothing is to be done about it any more.',
    further: 'Its promise has come to a further step. Another message told of that one, which waits for somebody by itself.',
  } satisfies Record<Exclude<Standing, 'open'>, string>,
  by: (name: string) => `By ${name}`,
  byItself: 'By itself',
  untilWhen: 'until',
  open: 'Open Watchdesk',
  over: 'This link does nothing any more',
  overText: 'It was for a week, or what it was about is gone. Look into Watchdesk itself.',
  ends: 'This link works until',
} as const;
