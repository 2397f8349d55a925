/** The words about who is looking. */
export const messages = {
  inSight: 'What your teams hold, what no team holds, and what you hold yourself.',
} as const;
