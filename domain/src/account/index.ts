export { browserInWords } from './user-agent.ts';
export { isEmailAddress } from './email-address.ts';
export { LEAST_PASSWORD, LEAST_PASSWORD_SCORE, MOST_PASSWORD, passwordScore } from './password-rule.ts';
