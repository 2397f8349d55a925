export { type Growth, growthOf } from './growth.ts';
export { medianOf } from './median.ts';
export { type Effect, type Regression, regress } from './regression.ts';
