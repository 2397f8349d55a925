/** The connectors' parts put together: what the API asks, and what runs by itself. */
import { createCommands } from './commands.ts';
import { type ConnectionParts, createConnections } from './connections.ts';
import { createReceived } from './received.ts';
import { createRules } from './rules.ts';
import { createRuntime, type RuntimeParts } from './runtime.ts';
import { createWebhooks } from './webhooks.ts';
import type { Connector } from '../connector.ts';

export type Connections = ReturnType<typeof createConnections> & {
  readonly receive: ReturnType<typeof createWebhooks>;
  readonly received: ReturnType<typeof createReceived>;
  readonly rules: ReturnType<typeof createRules>;
};

type Parts = Omit<ConnectionParts & RuntimeParts, 'connectors'> & {
  readonly connectors: readonly Connector[];
  /** For the turns, which keep connections of their own; what people ask has the first. */
  readonly unhurried?: RuntimeParts['postgres'];
};

export function createConnectors({ connectors: all, unhurried, ...given }: Parts) {
  const parts = { ...given, connectors: new Map(all.map((connector) => [connector.system, connector])) };
  return {
    connections: {
      ...createConnections(parts),
      receive: createWebhooks(parts),
      received: createReceived(parts),
      rules: createRules(parts),
    } satisfies Connections,
    commands: createCommands(parts),
    runtime: createRuntime({ ...parts, ...(unhurried && { postgres: unhurried }) }),
  };
}
