/** What became of a payload's events at the door. */
import type { Outcome } from '../../ingest/index.ts';
import type { MappedEvent } from '../connector.ts';
import type { Dead } from './map-payload.ts';

export interface Taken {
  readonly accepted: number;
  /** When the newest of what was taken happened, in milliseconds. */
  readonly newest: number | null;
  readonly dead: readonly Dead[];
  /** The ids of the events that were turned away. */
  readonly refused: ReadonlySet<string>;
}

/** What the door did with events, in their order. */
export function takenOf(events: readonly MappedEvent[], outcomes: readonly Outcome[]): Taken {
  const [dead, refused] = [[] as Dead[], new Set<string>()];
  let [accepted, newest] = [0, null as number | null];
  for (const [index, outcome] of outcomes.entries()) {
    const event = events[index]!;
    if (outcome.outcome === 'rejected') {
      dead.push({ stream: null, item: event, field: outcome.field, reason: outcome.reason });
      refused.add(event.id);
    }
    if (outcome.outcome === 'rejected' || outcome.outcome === 'duplicate') continue;
    accepted += 1;
    newest = Math.max(newest ?? 0, new Date(event.at).getTime());
  }
  return { accepted, newest, dead, refused };
}
