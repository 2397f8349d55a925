/** The words about who is looking. */
export const messages = {
  inSight: 'What your teams hold, what no team holds, and what you hold yourself.',
  demonstration: 'Demonstration',
  demonstrationShort: 'Demo',
  demonstrationMeaning: 'Tickets, people and customers here are made up.',
} as const;
