/**
 * What a password must be, for the server that judges it and for the page that tells while one types. How hard it is to guess is estimated
 * by zxcvbn in both.
 */
export const LEAST_PASSWORD = 12;
export const MOST_PASSWORD = 128;
/** Of 0 to 4: more than a hundred million guesses. */
export const LEAST_PASSWORD_SCORE = 3;

/** Everybody thinks of it first. */
const PRODUCT = 'Watchdesk';

/** What others know of somebody, whole and word by word: a password of it is easy to guess. Words of one or two letters are in any password. */
const guessableWords = (about: readonly string[]): string[] =>
  [PRODUCT, ...about].flatMap((text) => [text, ...text.split(/[^\p{L}\p{N}]+/u)]).filter((text) => text.length > 2);

/** How hard a text is to guess, from 0 to 4, for whoever tries these words first. */
type Meter = (text: string, words: string[]) => number;

/** The same of a password, which is as good as what is left of it without what others know of the person. */
export function passwordScore(meter: Meter, password: string, about: readonly string[]): number {
  const words = guessableWords(about);
  const known = words.toSorted((a, b) => b.length - a.length).map((word) => word.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const left = password.replaceAll(new RegExp(known.join('|'), 'giu'), '');
  return left === '' ? 0 : Math.min(meter(password, words), meter(left, words));
}
