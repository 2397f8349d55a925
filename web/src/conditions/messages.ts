/** The words of conditions, wherever they are put together. */
export const messages = {
  noValue: '(none)',
  find: { organisation: 'Type a company’s name', requester: 'Type a customer’s name' },
  nobody: { organisation: 'No company of that name', requester: 'No customer of that name' },
} as const;
