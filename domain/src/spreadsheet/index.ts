export { formulaSafe } from './formula.ts';
