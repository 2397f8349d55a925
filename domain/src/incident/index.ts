/** Incidents: what happened to them folded, how severe they are, their clocks, words and duties. */
export * from './anti-patterns.ts';
export * from './cadence.ts';
export * from './checklists.ts';
export * from './called-off.ts';
export * from './cost.ts';
export * from './fold.ts';
export * from './impact.ts';
export * from './owed.ts';
export * from './policy.ts';
export * from './review.ts';
export * from './rounds.ts';
export * from './severity.ts';
export * from './span.ts';
export * from './state.ts';
export * from './templates.ts';
