/**
 * From notices to messages: what waits for one recipient on one way becomes as few messages as keeps them readable, however many there are. A few
 * go one by one; more in one message; and after that is sent, the next waits a while, so that five thousand in a minute are a handful of
 * messages. Nothing is dropped: each notice is in one message, or waits until an instant that is said.
 */
import type { Severity } from './notice.ts';

export interface Waiting {
  readonly id: string;
  readonly severity: Severity;
  /** Urgent, or for whoever is on call: no cap keeps it. */
  readonly isPressing?: boolean;
  /** When it happened; milliseconds since 1970. */
  readonly at: number;
  /** Held by whoever it is for, as preferences.ts says; null when it may go. */
  readonly hold: { readonly until: number; readonly why: string } | null;
}

export interface Cap {
  /** So many may go one by one in a window; more become one message. */
  readonly singly: number;
  readonly windowMs: number;
  /** Messages in an hour, unless something critical or pressing is among what waits. */
  readonly perHour: number;
}

/** For people: three in a minute, and no more than twenty in an hour. */
export const CAP: Cap = { singly: 3, windowMs: 60_000, perHour: 20 };
const HOUR_MS = 3600_000;

export interface Gathered {
  /** What is sent now, each a message; in the order of what they tell. */
  readonly messages: readonly (readonly Waiting[])[];
  readonly held: readonly { readonly id: string; readonly until: number; readonly why: string }[];
}

export interface SentMessage {
  /** When it was made; milliseconds since 1970. */
  readonly at: number;
  /** Something critical or pressing was in it; asked of those within the window. */
  readonly isPressing?: boolean;
}

/** `sent`: what went to the same recipient on the same way, of the last hour at least. */
export function gather(waiting: readonly Waiting[], sent: readonly SentMessage[], now: number, cap: Cap = CAP): Gathered {
  const held = waiting.flatMap(({ id, hold }) => (hold ? [{ id, ...hold }] : []));
  const free = waiting.filter(({ hold }) => hold === null).toSorted((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
  if (free.length === 0) return { messages: [], held };
  const isPressing = free.some((one) => one.severity === 'critical' || one.isPressing);
  const times = sent.map(({ at }) => at);
  // The first of what presses waits behind nothing that does not.
  const isFirst = isPressing && !sent.some((one) => one.isPressing && one.at > now - cap.windowMs);
  const until = isFirst ? now : roomAt(free.length, times, now, isPressing ? { ...cap, perHour: Infinity } : cap);
  if (until > now) return { messages: [], held: [...held, ...free.map(({ id }) => ({ id, until, why: 'capped' }))] };
  const { length } = within(times, now, cap.windowMs);
  const isFew = free.length + length <= cap.singly && free.length + within(times, now, HOUR_MS).length <= cap.perHour;
  return { messages: isFew ? free.map((one) => [one]) : [free], held };
}

/** When so many may be sent, in one message or singly: now, or an instant ahead. */
function roomAt(count: number, sent: readonly number[], now: number, { singly, windowMs, perHour }: Cap): number {
  const [recent, hour] = [within(sent, now, windowMs), within(sent, now, HOUR_MS)];
  // A message for all of them goes only when the last has had its time to be read.
  const window = recent.length > 0 && recent.length + count > singly ? recent.at(-1)! + windowMs : now;
  const full = hour.length >= perHour ? hour.at(-perHour)! + HOUR_MS : now;
  return Math.max(window, full);
}

/** Of these instants those within so long before now, the oldest first. */
const within = (sent: readonly number[], now: number, ms: number): number[] => sent.filter((at) => at > now - ms).toSorted((a, b) => a - b);
