export { type Analytics, openAnalytics } from './analytics.ts';
export { compareFacts, type FactComparison, type FactDifference } from './compare-facts.ts';
export { createLoader, type Loader } from './loader.ts';
export { FACTS_CHANNEL, factsAsOf } from './reading-place.ts';
export { completeSince, rebuildFacts } from './rebuild.ts';
export { createStandings, type Standings } from './standing.ts';
