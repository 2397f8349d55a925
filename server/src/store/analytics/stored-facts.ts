/** A ticket as it lies in PostgreSQL → its facts, by the rules of its workspace: for the loader, and for whoever compares. */
import { factsOf, type TicketFacts } from '@watchdesk/domain/fact';
import { businessTimeOf, type Rulebook } from '@watchdesk/domain/sla';
import { readClocks } from '../packed-clocks.ts';
import { type PackedState, unpackState } from '../packed-state.ts';

/** The rules must not be older than the clocks: what those keep to is looked up in them. Clocks that cannot be read count as none. */
export function storedFacts(packed: PackedState, clocks: unknown, rulebook: Rulebook): TicketFacts {
  const state = unpackState(packed);
  const kept = readClocks(clocks) ?? [];
  return factsOf(state, kept, businessTimeOf(rulebook, state.segments, kept));
}
