/** What is said to customers in English. */
import type { Words } from './words.ts';

export const en: Words = {
  name: 'English',
  kinds: {
    csat: {
      subject: 'How did we do?',
      question: 'How satisfied are you with how we handled your request?',
      low: 'Very dissatisfied',
      high: 'Very satisfied',
      thanks: 'Thank you. Your answer helps us to get better.',
    },
    nps: {
      subject: 'Would you recommend us?',
      question: 'How likely are you to recommend us to a friend or colleague?',
      low: 'Not at all likely',
      high: 'Extremely likely',
      thanks: 'Thank you. Your answer helps us to get better.',
    },
    ces: {
      subject: 'How easy was it?',
      question: 'How easy was it to get your request handled?',
      low: 'Very easy',
      high: 'Very difficult',
      thanks: 'Thank you. Your answer helps us to get better.',
    },
  },
  about: (subject) => `About your request “${subject}”`,
  how: 'Choose a number. You can add a comment before you send it.',
  open: 'Answer',
  until: (day) => `You can answer once, until ${day}.`,
  stop: 'No more surveys',
  comment: 'What is the reason for your score?',
  commentHint: 'If you like',
  send: 'Send',
  chooseScore: 'Choose a number.',
  tooLong: (most) => `Your comment may have at most ${most} characters.`,
  answered: 'Your answer is in',
  answeredText: 'You can close this page.',
  expired: 'This survey has ended',
  expiredText: 'Thank you for wanting to answer. If something is still open, reply to our last message.',
  stopTitle: 'No more surveys?',
  stopText: 'We will not ask you how we did any more.',
  stopped: 'We will not ask you again',
  stoppedText: 'You can close this page.',
  test: 'This is a test. Nothing is kept of your answer.',
};
