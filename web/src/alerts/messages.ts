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
    for: { 15: '15 minutes', 60: 'An hour', 240: '4 hours', 1440: 'A day', 10080: 'A week' } as Readonly<Record<number, string>>,
  },
} as const;
