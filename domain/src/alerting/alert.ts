/**
 * An alert as a state machine. What is told to it (something holds, something happened, time passed, somebody acknowledged) is its
 * only memory, so that history told again makes the same moments. Instants are milliseconds since 1970.
 */

export const ALERT_STATUSES = ['pending', 'firing', 'acknowledged', 'snoozed', 'resolved', 'superseded'] as const;
export type AlertStatus = (typeof ALERT_STATUSES)[number];

export const MOMENTS = ['pending', 'fired', 'acknowledged', 'snoozed', 'woken', 'resolved', 'superseded', 'overtaken', 'lapsed'] as const;
/**
 * `woken`: a snooze ended while it still held. `overtaken`: its promise has come to a further step, of which another alert tells; it is superseded by
 * that one. `lapsed`: it was pending, and over before it fired.
 */
export type MomentKind = (typeof MOMENTS)[number];

export interface Moment {
  readonly kind: MomentKind;
  readonly at: number;
  /** Who did it; null where the passing of time or of events did. */
  readonly by: string | null;
  /** What turned out, where it was superseded for that; what came, where it was overtaken; what is over, where it ended with that. */
  readonly note?: string;
  /** It is over, and somebody had it in hand: nobody waits to hear so. */
  readonly isSeen?: true;
}

export interface AlertState {
  readonly status: AlertStatus;
  /** Since when it has held. */
  readonly since: number;
  readonly firedAt: number | null;
  readonly endedAt: number | null;
  /** What holds it: the tickets' cycles, or the one number. */
  readonly members: readonly string[];
  /** What happened and is over at once keeps it so long. */
  readonly quietAt: number | null;
  readonly snoozedUntil: number | null;
  /** The last instant it was told of: time does not go back. */
  readonly at: number;
  /** How many members and happenings it has had. */
  readonly times: number;
}

export type AlertInput = { readonly at: number } & (
  | { readonly type: 'hold'; readonly member: string; readonly isOpen: boolean }
  | { readonly type: 'pulse'; readonly isOpen: boolean; readonly lastsMs: number }
  /** `turnedOut`: it has never held, as is known now. */
  | { readonly type: 'release'; readonly member: string; readonly turnedOut?: string | undefined }
  | { readonly type: 'tick'; readonly isOpen: boolean }
  | { readonly type: 'acknowledge' | 'resolve'; readonly by: string }
  | { readonly type: 'snooze'; readonly by: string; readonly until: number }
  | { readonly type: 'supersede' }
  /** `note`: what has come meanwhile. */
  | { readonly type: 'overtake'; readonly note: string }
  /** What it is about is over. `note`: what that is. */
  | { readonly type: 'over'; readonly note: string }
);

export interface Stepped {
  /** Null where there is none, or none any more: the next one is another alert. */
  readonly state: AlertState | null;
  readonly moments: readonly Moment[];
  /** Where it is another alert than the one before, which is finished: what that one came to last. */
  readonly ended?: readonly Moment[];
}

interface Terms {
  /** It fires once it has held so long. */
  readonly forMs: number;
}

/** It demands somebody's attention, or will. */
export const isLive = ({ status }: Pick<AlertState, 'status'>): boolean => status !== 'resolved' && status !== 'superseded';
/** It has been told of, and nobody has said that it is over. */
export const isFiring = ({ status }: Pick<AlertState, 'status'>): boolean =>
  status === 'firing' || status === 'acknowledged' || status === 'snoozed';

/**
 * Its state after this input, and what happened on the way, in order. What was resolved by somebody while it still held stays there
 * silently until it no longer holds, so that it does not fire again at once; whatever is new begins another.
 */
export function stepAlert(terms: Terms, before: AlertState | null, given: AlertInput): Stepped {
  const input = before && given.at < before.at ? { ...given, at: before.at } : given;
  const moments: Moment[] = [];
  const present = before && passed(before, input.at, moments);
  if (present && isNewTo(present, input)) return { ...stepAlert(terms, null, input), ended: moments };
  const state = told(terms, present, input, moments);
  return { state: state && finished(state) ? null : state && { ...state, at: input.at }, moments };
}

/** It is over, or somebody has said so, and this is not what held it then. */
const isNewTo = (before: AlertState, input: AlertInput): boolean =>
  !isLive(before) && (input.type === 'pulse' || (input.type === 'hold' && !has(before.members, input.member)));

/** When time alone makes another of it: the end of a snooze, of the quiet, or of the time it has to hold. Null for never. */
export function nextTickAt({ forMs }: Terms, { status, since, quietAt, snoozedUntil, at }: AlertState): number | null {
  const instants = [snoozedUntil, quietAt, status === 'pending' && since + forMs > at ? since + forMs : null];
  return instants.reduce<number | null>((first, one) => (one === null ? first : first === null ? one : Math.min(first, one)), null);
}

const finished = (state: AlertState): boolean => !isLive(state) && state.members.length === 0 && state.quietAt === null;

/** What time alone did until the instant. */
function passed(before: AlertState, at: number, moments: Moment[]): AlertState {
  let state = before;
  const [snooze, quiet] = [state.snoozedUntil ?? Infinity, state.quietAt ?? Infinity];
  const wake = () => {
    if (snooze > at || state.status !== 'snoozed') return;
    state = { ...state, status: 'firing', snoozedUntil: null };
    moments.push({ kind: 'woken', at: snooze, by: null });
  };
  if (snooze < quiet) wake();
  if (quiet <= at) {
    state = { ...state, quietAt: null };
    if (state.members.length === 0) return over(state, quiet, moments);
  }
  wake();
  return state;
}

function told({ forMs }: Terms, state: AlertState | null, input: AlertInput, moments: Moment[]): AlertState | null {
  const { at } = input;
  switch (input.type) {
    case 'hold': {
      if (state && has(state.members, input.member)) return fire(state, input.isOpen, forMs, at, moments);
      const held = state ?? begun(at, forMs, input.isOpen, moments);
      return fire({ ...held, members: joined(held.members, input.member), times: held.times + 1 }, input.isOpen, forMs, at, moments);
    }
    case 'pulse': {
      const held = state ?? begun(at, forMs, input.isOpen, moments);
      const quietAt = Math.max(held.quietAt ?? 0, at + input.lastsMs);
      return fire({ ...held, quietAt, times: held.times + 1 }, input.isOpen, forMs, at, moments);
    }
    case 'release': {
      if (!state || !has(state.members, input.member)) return state;
      const { turnedOut } = input;
      const times = turnedOut === undefined ? state.times : state.times - 1;
      const rest = { ...state, times, members: left(state.members, input.member) };
      if (rest.members.length > 0 || rest.quietAt !== null) return rest;
      return times > 0 ? over(rest, at, moments) : ended(rest, 'superseded', at, null, moments, turnedOut);
    }
    case 'tick':
      return state && fire(state, input.isOpen, forMs, at, moments);
    case 'supersede':
      return state && ended({ ...state, members: [], quietAt: null }, 'superseded', at, null, moments);
    case 'overtake':
      return state && ended({ ...state, members: [], quietAt: null }, 'overtaken', at, null, moments, input.note);
    case 'over': {
      const isSeen = state?.status === 'acknowledged' || state?.status === 'snoozed';
      return state && ended({ ...state, members: [], quietAt: null }, 'resolved', at, null, moments, input.note, isSeen);
    }
    case 'acknowledge':
      if (!state || (state.status !== 'firing' && state.status !== 'snoozed')) return state;
      moments.push({ kind: 'acknowledged', at, by: input.by });
      return { ...state, status: 'acknowledged', snoozedUntil: null };
    case 'snooze':
      if (!state || !isFiring(state) || input.until <= at) return state;
      moments.push({ kind: 'snoozed', at, by: input.by });
      return { ...state, status: 'snoozed', snoozedUntil: input.until };
    case 'resolve':
      return state && ended({ ...state, quietAt: null }, 'resolved', at, input.by, moments);
  }
}

/** One that will fire at once was never pending. */
function begun(at: number, forMs: number, isOpen: boolean, moments: Moment[]): AlertState {
  if (forMs > 0 || !isOpen) moments.push({ kind: 'pending', at, by: null });
  return {
    status: 'pending',
    since: at,
    firedAt: null,
    endedAt: null,
    members: [],
    quietAt: null,
    snoozedUntil: null,
    at,
    times: 0,
  };
}

function fire(state: AlertState, isOpen: boolean, forMs: number, at: number, moments: Moment[]): AlertState {
  if (state.status !== 'pending' || !isOpen || at < state.since + forMs) return state;
  moments.push({ kind: 'fired', at, by: null });
  return { ...state, status: 'firing', firedAt: at };
}

/** Nothing holds it any more. */
const over = (state: AlertState, at: number, moments: Moment[]): AlertState => ended(state, 'resolved', at, null, moments);

function ended(
  state: AlertState,
  kind: 'resolved' | 'superseded' | 'overtaken',
  at: number,
  by: string | null,
  moments: Moment[],
  note?: string,
  isSeen = false,
): AlertState {
  if (!isLive(state)) return state;
  const kept = { ...(note !== undefined && { note }), ...(isSeen && { isSeen }) };
  moments.push({ kind: state.status === 'pending' ? 'lapsed' : kind, at, by, ...kept });
  return { ...state, status: kind === 'resolved' ? 'resolved' : 'superseded', endedAt: at, snoozedUntil: null };
}

/**
 * What of a list of members is looked up again and again. An alert of thousands is stepped once for each: the set goes on from list to list, and of
 * a list that lost it, it is made again.
 */
const lookups = new WeakMap<readonly string[], Set<string>>();

function lookupOf(members: readonly string[]): Set<string> {
  const known = lookups.get(members) ?? new Set(members);
  lookups.set(members, known);
  return known;
}

function handedOn(from: readonly string[], to: readonly string[], lookup: Set<string>): readonly string[] {
  lookups.delete(from);
  lookups.set(to, lookup);
  return to;
}

const has = (members: readonly string[], member: string): boolean => lookupOf(members).has(member);

const joined = (members: readonly string[], member: string): readonly string[] =>
  handedOn(members, [...members, member], lookupOf(members).add(member));

function left(members: readonly string[], member: string): readonly string[] {
  const lookup = lookupOf(members);
  lookup.delete(member);
  return handedOn(
    members,
    members.filter((one) => one !== member),
    lookup,
  );
}

/** Who came to hold an alert between two of its states, and who no longer does. */
export function membersBetween(
  before: readonly string[],
  after: readonly string[],
): { begins: readonly string[]; ends: readonly string[] } {
  if (before === after) return { begins: [], ends: [] };
  const shorter = Math.min(before.length, after.length);
  let same = 0;
  while (same < shorter && before[same] === after[same]) same += 1;
  // One that joined stands last; one that left, where it stood. Both need no set of thousands.
  if (same === before.length) return { begins: after.slice(same), ends: [] };
  let rest = same;
  while (rest < after.length && after[rest] === before[rest + 1]) rest += 1;
  if (rest === after.length && after.length === before.length - 1) return { begins: [], ends: [before[same]!] };
  const [held, holds] = [new Set(before), new Set(after)];
  return { begins: after.filter((member) => !held.has(member)), ends: before.filter((member) => !holds.has(member)) };
}
