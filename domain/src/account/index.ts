export { guessableWords, LEAST_PASSWORD, LEAST_PASSWORD_SCORE, MOST_PASSWORD } from './password-rule.ts';
