export { createReclocking, type Reclocking } from './reclocking.ts';
export { createTimer, type Timer } from './timer.ts';
