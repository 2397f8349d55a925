export * from './customer-tier.ts';
export * from './fold.ts';
export * from './state.ts';
export * from './teams.ts';
