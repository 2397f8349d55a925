export { type Analytics, openAnalytics } from './analytics.ts';
export { compareFacts, type FactComparison } from './compare-facts.ts';
export type { FactDifference } from './fact-difference.ts';
export { createLoader, type Loader } from './loader.ts';
export { FACTS_CHANNEL, factsAsOf, tellFactsChanged } from './reading-place.ts';
export { completeSince, rebuildFacts } from './rebuild.ts';
export { createStandings, type Standings } from './standing.ts';
