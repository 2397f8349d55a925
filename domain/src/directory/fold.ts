/** The fold of events about people, organisations, teams and sites: for each attribute the latest event in order wins. */
import { compareOrder, type DirectoryEvent, orderKeyOf } from '../event/index.ts';
import type { DirectoryKind, DirectoryState } from './state.ts';

/** How many stretches of presence and shifts are kept with an agent; all of them are in the log and in the facts. */
const KEPT = 60;

/** What may stay of an erased customer: nothing that points to the person. */
const KEPT_OF_ERASED = ['organisation', 'country', 'region', 'language'];

const emptyEntry = (kind: DirectoryKind, id: string): DirectoryState => ({
  kind,
  id,
  attributes: {},
  personal: {},
  described: false,
  erasedAt: null,
  presence: null,
  presences: [],
  shifts: [],
  eventCount: 0,
  lastEvent: null,
});

/** The entry after all its events, given in any order and without duplicates. */
export function foldEntry(kind: DirectoryKind, id: string, events: readonly DirectoryEvent[]): DirectoryState {
  const state = emptyEntry(kind, id);
  for (const event of events.toSorted(compareOrder)) applyToEntry(state, event);
  return state;
}

/** Takes the next event in order into the entry, which it changes in place. */
export function applyToEntry(state: DirectoryState, event: DirectoryEvent): void {
  state.lastEvent = orderKeyOf(event);
  state.eventCount += 1;
  switch (event.type) {
    case 'customer.upserted':
    case 'organisation.upserted':
    case 'agent.upserted':
    case 'team.upserted':
    case 'site.upserted':
      return takeAttributes(state, event);
    case 'customer.erased':
      state.erasedAt = event.at;
      state.personal = {};
      state.attributes = Object.fromEntries(Object.entries(state.attributes).filter(([name]) => KEPT_OF_ERASED.includes(name)));
      return;
    case 'agent.presence': {
      const { state: presence, reason = null, until = null } = event.data;
      state.presence = { state: presence, since: event.at, reason, until };
      state.presences = [...state.presences, state.presence].slice(-KEPT);
      return;
    }
    case 'agent.shift':
      state.shifts = [...state.shifts, { from: event.data.from, to: event.data.to, kind: event.data.kind }].slice(-KEPT);
      return;
  }
}

function takeAttributes(state: DirectoryState, event: Extract<DirectoryEvent, { type: `${string}.upserted` }>): void {
  const identity = 'id' in event.data ? 'id' : state.kind;
  for (const [name, value] of Object.entries(event.data)) if (name !== identity && value !== undefined) state.attributes[name] = value;
  for (const name of event.apart ?? []) state.personal[name] = { source: event.source, id: event.id };
  state.described = true;
}
