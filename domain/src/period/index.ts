export { LAST, type Last, lastOf } from './period.ts';
