/** The words of tiles, wherever they stand. */
export const messages = {
  notFiltered: (what: readonly string[]) => `Not filtered by ${what.join(', ')}, which it does not have.`,
  staysAsItIs: 'Its time cannot be counted so, and stays as it is.',
} as const;
