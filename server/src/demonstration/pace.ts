/**
 * Simulated time against real time: the same at speed 1, stretched from an anchor on at any other. Every instant an event
 * carries is moved along, so that what is simulated faster still happens now.
 */
import type { SentEvent } from '@watchdesk/domain/event';

/** From `realAt` on, `speed` simulated seconds pass in a second; at that instant the simulated time was `simulatedAt`. */
export interface Anchor {
  readonly realAt: number;
  readonly simulatedAt: number;
  readonly speed: number;
}

/** Fields of events' data that hold an instant. */
const INSTANTS = ['from', 'to', 'until'] as const;

export const simulatedAt = ({ realAt, simulatedAt: at, speed }: Anchor, real: number): number => Math.floor(at + (real - realAt) * speed);

/** What lies before the anchor keeps its distance from it: history is told at its own pace. */
export const realAt = ({ realAt: at, simulatedAt: origin, speed }: Anchor, simulated: number): number =>
  Math.floor(at + (simulated - origin) / (simulated < origin ? 1 : speed));

/** The event in real time; itself where both times are the same. */
export function inRealTime(anchor: Anchor, event: SentEvent): SentEvent {
  if (anchor.speed === 1 && anchor.realAt === anchor.simulatedAt) return event;
  const move = (instant: unknown) => (typeof instant === 'number' ? realAt(anchor, instant) : instant);
  const data: Record<string, unknown> = { ...(event.data as Record<string, unknown>) };
  for (const field of INSTANTS) if (typeof data[field] === 'number') data[field] = move(data[field]);
  return { ...event, at: move(event.at), data } as SentEvent;
}

/** The anchor to go on with: the one there was, unless another speed is wished for from now on. */
export function anchorFor(known: Anchor, speed: number, now: number): Anchor {
  if (known.speed === speed) return known;
  return { realAt: now, simulatedAt: simulatedAt(known, now), speed };
}
