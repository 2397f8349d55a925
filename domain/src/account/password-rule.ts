/**
 * What a password must be, for the server that judges it and for the page that tells while one types. How hard it is to guess is estimated
 * by zxcvbn in both.
 */
export const LEAST_PASSWORD = 12;
export const MOST_PASSWORD = 128;
/** Of 0 to 4: more than a hundred million guesses. */
export const LEAST_PASSWORD_SCORE = 3;

/** What others know of somebody, whole and word by word: a password of it is easy to guess. Words of one or two letters are in any password. */
export const guessableWords = (about: readonly string[]): string[] =>
  about.flatMap((text) => [text, ...text.split(/[^\p{L}\p{N}]+/u)]).filter((text) => text.length > 2);
