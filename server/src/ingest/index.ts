export { checkStores, type StoreCheck, type StoreFinding } from './check-stores.ts';
export { createDoor, type Door } from './door.ts';
export type { Outcome } from './outcome.ts';
export { replay, type ReplayAccount } from './replay.ts';
