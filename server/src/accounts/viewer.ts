/** Who asks: a person in a session or the bearer of an API key, always inside one workspace. */
import type { Persona } from './personas.ts';
import type { Scope } from './roles.ts';

interface Common {
  /** Names the caller to limits and to idempotency; says nothing secret. */
  readonly id: string;
  readonly workspace: string;
  /** The source of events this caller sends. */
  readonly source: string;
  readonly scopes: readonly Scope[];
}

export interface Person extends Common {
  readonly kind: 'person';
  readonly persona: Persona;
  /** The agent the person is in this workspace; null for those who are none. */
  readonly agentId: string | null;
}

export interface KeyBearer extends Common {
  readonly kind: 'key';
}

export type Viewer = Person | KeyBearer;
