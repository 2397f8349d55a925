/**
 * How long people were in which state: the fold of what was told of their presence and their teams. The same state told again,
 * as with another reason, goes on; what was over in the instant it began never lasted. A row begins at the instant of an event and
 * nowhere else, so whoever stores the rows knows from the events alone where one may have begun.
 */
import { type PresenceState, teamAt, type ToldTeams } from '../directory/index.ts';
import { compareOrder, type DirectoryEvent, type OrderKey, orderKeyOf, type Presence } from '../event/index.ts';
import type { PresenceFact } from './rows.ts';

export type PresenceEvent = Extract<DirectoryEvent, { type: 'agent.presence' | 'agent.upserted' }>;

/** The stretches of one agent, the earliest first, and what it takes to go on. */
export interface PresenceFold {
  readonly agent: string;
  readonly rows: readonly PresenceFact[];
  readonly told: readonly ToldTeams[];
  readonly last: OrderKey | null;
}

/** Of all events of an agent, in any order and without duplicates. */
export function foldPresence(agent: string, events: readonly PresenceEvent[]): PresenceFold {
  const sorted = events.toSorted(compareOrder);
  const told = sorted.flatMap(({ type, at, data }) =>
    type === 'agent.upserted' && data.teams !== undefined ? [{ at, teams: data.teams }] : [],
  );
  const steps = sorted.map((event) => ({ at: event.at, state: event.type === 'agent.presence' ? event.data.state : null }));
  const last = sorted.at(-1);
  return { agent, rows: continued(agent, [], told, steps), told, last: last ? orderKeyOf(last) : null };
}

/** The end of a fold: enough to go on from. */
export const tailOf = (fold: PresenceFold): PresenceFold => ({ ...fold, rows: fold.rows.slice(-1), told: fold.told.slice(-1) });

/**
 * A tail after states that are later than all before, the latest of them told by `last`: its last row, which may have ended, and those
 * begun since.
 */
export function continueFrom(tail: PresenceFold, states: readonly Pick<PresenceState, 'state' | 'since'>[], last: OrderKey): PresenceFold {
  const steps = states.map(({ state, since }) => ({ at: since, state }));
  return { ...tail, rows: continued(tail.agent, tail.rows, tail.told, steps), last };
}

/** Where rows may be other than before `fresh` were among `all` events of the agent: from the first of two instants to the second. */
export function changedBy(fold: PresenceFold, all: readonly PresenceEvent[], fresh: readonly PresenceEvent[]): readonly [number, number] {
  if (fresh.some((event) => event.type === 'agent.upserted' && event.data.teams !== undefined)) return [-Infinity, Infinity];
  // Of a past that comes in there may be more than a call takes arguments.
  const first = fresh.reduce((least, { at }) => Math.min(least, at), Infinity);
  const last = fresh.reduce((most, { at }) => Math.max(most, at), -Infinity);
  const before = fold.rows.findLast(({ startedAt }) => startedAt < first)?.startedAt ?? first;
  // The next that is told of presence says what is from then on, whatever came before it.
  const next = all.reduce((least, { at, type }) => (type === 'agent.presence' && at > last ? Math.min(least, at) : least), Infinity);
  return [before, next === Infinity ? last : next];
}

/** Something was told: of presence, or of something else that may have changed the team. */
interface Step {
  readonly at: number;
  readonly state: Presence | null;
}

function continued(agent: string, before: readonly PresenceFact[], told: readonly ToldTeams[], steps: readonly Step[]): PresenceFact[] {
  const rows = [...before];
  let state = rows.at(-1)?.state ?? null;
  for (const step of steps) {
    state = step.state ?? state;
    if (state !== null) begin(rows, { agent, state, team: teamAt(told, step.at), startedAt: step.at, endedAt: null });
  }
  return rows;
}

/** Adds a stretch that begins, or lets the last go on. */
function begin(rows: PresenceFact[], next: PresenceFact): void {
  if (rows.at(-1)?.startedAt === next.startedAt) rows.pop();
  const before = rows.pop();
  if (before === undefined) return void rows.push(next);
  if (before.state === next.state && before.team === next.team) return void rows.push({ ...before, endedAt: null });
  rows.push({ ...before, endedAt: next.startedAt }, next);
}
