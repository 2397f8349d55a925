/** The words that the door and one's own account share. */
export const messages = {
  password: {
    label: 'Password',
    show: 'Show or hide the password',
    hint: 'At least 12 characters. A few words that do not belong together are good.',
    strengths: {
      short: 'Too short: at least 12 characters',
      weak: 'Too easy to guess',
      nearly: 'Still too easy to guess: add a word that does not belong to the others',
      good: 'Good: hard to guess',
      strong: 'Very hard to guess',
    },
  },
  code: { label: 'Code', hint: 'The six digits that your authenticator shows now' },
  passkey: {
    notGiven: 'No passkey was given. Try again, or come in by your password.',
    isThere: 'This device has a passkey of yours already.',
    failed: 'The browser could not use a passkey here.',
  },
} as const;
