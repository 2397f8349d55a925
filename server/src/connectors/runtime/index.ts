/** The runtime of all connectors: connections as people make them, webhooks as they come, and the turns in which everything is read. */
export { type Connections, createConnectors } from './connectors.ts';
export type { Command } from '../connector.ts';
export { type Commands, createCommands, type OrderView } from './commands.ts';
export { mapsShape } from './maps.ts';
export { type Pace, paceOf } from './pace.ts';
export { forgetPayloads } from './raw-payloads.ts';
export type { Runtime } from './runtime.ts';
