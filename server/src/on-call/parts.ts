/** What on-call is made of, and who writes. */
import type { Who } from '../audit/index.ts';
import type { Clock } from '../clock.ts';
import type { Postgres } from '../store/postgres/index.ts';
import type { Roster } from './roster.ts';

export interface OnCallParts {
  readonly postgres: Postgres;
  readonly clock: Clock;
  readonly rosterFor: (workspaceId: string) => Promise<Roster>;
}

export interface Writer {
  readonly workspaceId: string;
  readonly who: Who;
  /** Under which changes are kept. */
  readonly name: string;
  /** Whether they may change what holds for everybody. */
  readonly writesRules: boolean;
  /** Who they are themselves, as schedules name people; empty for a key. */
  readonly self: readonly string[];
}
