/** Conditions about tickets: what several editors put them together from. */
export { messages as conditionMessages } from './messages.ts';
export { isAlwaysThere, suggestionsFor } from './suggestions.ts';
export { ValuesInput } from './ValuesInput.tsx';
