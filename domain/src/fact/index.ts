export * from './facts.ts';
export * from './rows.ts';
