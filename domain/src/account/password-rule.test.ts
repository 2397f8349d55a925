import { expect, test } from 'vitest';
import { guessableWords } from './password-rule.ts';

test('what others know of somebody is taken whole and word by word', () => {
  expect(guessableWords(['ann.field@example.com', 'Årsta & Søn', 'Jo', ''])).toEqual([
    'ann.field@example.com',
    'ann',
    'field',
    'example',
    'com',
    'Årsta & Søn',
    'Årsta',
    'Søn',
  ]);
});
