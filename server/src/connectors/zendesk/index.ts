/** Zendesk. */
export { zendesk } from './connector.ts';
