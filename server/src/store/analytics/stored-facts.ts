/** A ticket as it lies in PostgreSQL → its facts, by the rules of its workspace: for the loader, and for whoever compares. */
import { factsOf, type TeamOf, type TicketFacts } from '@watchdesk/domain/fact';
import { businessTimeOf, type KeptClock, type Rulebook } from '@watchdesk/domain/sla';
import type { TicketState } from '@watchdesk/domain/ticket';
import { readClocks } from '../packed-clocks.ts';
import { type PackedState, unpackState } from '../packed-state.ts';

interface OpenTicket {
  readonly state: TicketState;
  readonly clocks: readonly KeptClock[];
}

/** Clocks that cannot be read count as none. */
export const openStored = (packed: PackedState, clocks: unknown): OpenTicket => ({
  state: unpackState(packed),
  clocks: readClocks(clocks) ?? [],
});

/** The rules must not be older than the clocks: what those keep to is looked up in them. */
export const storedFacts = ({ state, clocks }: OpenTicket, rulebook: Rulebook, teamOf?: TeamOf): TicketFacts =>
  factsOf(state, clocks, teamOf, businessTimeOf(rulebook, state.segments, clocks));
