/** The words of alerts where they stand beside something else. */
export const messages = {
  title: 'Alerts',
  all: 'All of this ticket',
  by: (name: string) => `by ${name}`,
  until: 'until',
  deeds: {
    acknowledge: 'Acknowledge',
    acknowledgeOf: (title: string) => `Acknowledge: ${title}`,
    snooze: 'Snooze',
    snoozeOf: (title: string) => `Snooze: ${title}`,
    resolve: 'Resolve',
  },
} as const;
