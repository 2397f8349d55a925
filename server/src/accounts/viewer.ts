/** Who asks: a person in a session or the bearer of an API key, always inside one workspace. */
import type { Role, Scope } from './roles.ts';
import type { Sees } from './visibility.ts';

interface Common {
  /** Names the caller to limits and to idempotency; says nothing secret. */
  readonly id: string;
  readonly workspace: string;
  /** The source of events this caller sends. */
  readonly source: string;
  readonly scopes: readonly Scope[];
}

/** Who somebody is in a workspace. */
export interface Identity {
  /** Of the account, or of the persona of the demonstration. */
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  readonly title: string;
  /** The agent they are in this workspace; null for those who are none. */
  readonly agentId: string | null;
}

export interface Person extends Common {
  readonly kind: 'person';
  readonly person: Identity;
  readonly agentId: string | null;
  /** The teams they belong to besides those of the agent. */
  readonly teams: readonly string[];
  readonly sees: Sees;
  /** The account; null for a persona, which anybody may step in as. */
  readonly account: Account | null;
}

export interface Account {
  readonly userId: string;
  readonly email: string;
  readonly hasSecondFactor: boolean;
  /** Of the session, for the list of them. */
  readonly sessionId: string;
  /** The workspace wants a second factor of everybody: until this session has shown one the account is all that is open. */
  readonly needsSecondFactor: boolean;
  /** A passkey opened the session, which stands for both factors. */
  readonly byPasskey: boolean;
  /** The workspace whose provider opened the session, which enters no other; null for any other way. */
  readonly through: string | null;
}

export interface KeyBearer extends Common {
  readonly kind: 'key';
  /** What the key is called. */
  readonly name: string;
}

export type Viewer = Person | KeyBearer;
