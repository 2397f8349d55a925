export { checkStores, type StoreCheck, type StoreFinding } from './check-stores.ts';
export { announceDue, type Announced, type Lane } from './announce.ts';
export { announcementId, APPLICATION, type ClockWork, clockWorkFor, TIERS_KEPT_MS, type Tried } from './clocks.ts';
export { createDoor, type Door } from './door.ts';
export type { Outcome } from './outcome.ts';
export { reclockTickets } from './reclock.ts';
export { replay, type ReplayAccount } from './replay.ts';
export { type Sealed, sealTickets } from './seal-tickets.ts';
