export * from './copy.ts';
export * from './database.ts';
export * from './migrate.ts';
export * from './outbox.ts';
export { createBreaks, PAGE, PAGE_BYTES, pagesOf, partsOf } from './pages.ts';
export { pruneOutbox } from './prune-outbox.ts';
export type { Schema } from './schema.ts';
export { wallFaults } from './wall-faults.ts';
