/** The words of alerts where they stand beside something else. */
export const messages = {
  title: 'Alerts',
  all: 'All of this ticket',
  by: (name: string) => `by ${name}`,
  until: 'until',
} as const;
