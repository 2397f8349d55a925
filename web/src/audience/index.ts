/** Whom to tell: chosen in one field, and said in words. */
export { AudienceField } from './AudienceField.tsx';
export { audienceInWords, isNobody } from './audience-words.ts';
export { PolicySelect } from './PolicySelect.tsx';
export { useRecipients, type Recipients } from './use-recipients.ts';
