export { breadthOf } from './breadth.ts';
export { ENOUGH } from './enough.ts';
export { standingAmong } from './percentile.ts';
export { type Cases, clearness, type Fair, isComparable, type Scale, standardise, type Verdict, verdictOf } from './standardise.ts';
export { type Growth, growthOf } from './growth.ts';
export { medianOf } from './median.ts';
export { type Effect, type Regression, regress } from './regression.ts';
