import { expect, test } from 'vitest';
import { commonWords } from './common-words.ts';
import { trouble } from './example.ts';

const usual = (word: string) => ({ count: word === 'the' ? 900 : word === 'login' ? 40 : 0, of: 2000 });

test('are those that are more frequent than usual, those of most tickets first', () => {
  const tickets = [
    ...trouble(6, 0, 1, { words: ['the', 'login', 'is', 'down'] }),
    ...trouble(4, 9, 1, { words: ['the', 'login', 'page'] }),
  ];
  expect(commonWords(tickets, usual).map(({ word, tickets: count }) => [word, count])).toEqual([
    ['login', 10],
    ['down', 6],
    ['is', 6],
    ['page', 4],
  ]);
});

test('a word that fewer than three customers use stays theirs', () => {
  const secret = trouble(5, 0, 1, { words: ['password', 'hunter'], customer: 'one' });
  expect(commonWords([...secret, ...trouble(3, 9, 1, { words: ['down'] })], usual).map(({ word }) => word)).toEqual(['down']);
});

test('of no tickets there are none', () => expect(commonWords([], usual)).toEqual([]));
