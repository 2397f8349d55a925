export type { TeamOf } from './child-facts.ts';
export type * from './column.ts';
export * from './columns.ts';
export * from './days.ts';
export * from './facts.ts';
export * from './presence-facts.ts';
export * from './rows.ts';
export * from './tenure.ts';
