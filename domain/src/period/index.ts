export { beforeLast, isQuarter, LAST, type Last, lastOf } from './period.ts';
