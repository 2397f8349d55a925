/** Who held a ticket's time: the agent it was assigned to, else its team, else nobody; the customer while pending, a third party while on hold. */
import type { Hands } from '../sla/index.ts';
import { isActive, type Segment, type TicketState } from './state.ts';

export interface Holder {
  readonly holder: 'agent' | 'team' | 'unassigned' | 'customer' | 'third_party';
  /** The agent's or the team's; null for the others. */
  readonly id: string | null;
  readonly seconds: number;
}

/** Elapsed seconds per holder over all active stretches up to `now`, the largest share first. */
export function holdersOf(state: TicketState, now: number): Holder[] {
  const sums = new Map<string, { holder: Holder['holder']; id: string | null; ms: number }>();
  for (const segment of state.segments) {
    if (!isActive(segment.status)) continue;
    const [holder, id] = holderOf(segment);
    const key = `${holder} ${id}`;
    const sum = sums.get(key) ?? { holder, id, ms: 0 };
    sum.ms += Math.max(0, (segment.to ?? now) - segment.from);
    sums.set(key, sum);
  }
  return [...sums.values()].map(({ holder, id, ms }) => ({ holder, id, seconds: ms / 1000 })).toSorted((a, b) => b.seconds - a.seconds);
}

/** Whose hands the ticket was in, in whole seconds, for the clocks. */
export const handsOf = ({ segments }: Pick<TicketState, 'segments'>): Hands[] =>
  segments.map((segment) => {
    const [holder, id] = holderOf(segment);
    return { holder, id, from: Math.floor(segment.from / 1000), to: segment.to === null ? null : Math.floor(segment.to / 1000) };
  });

export function holderOf({ status, assignee, team }: Pick<Segment, 'status' | 'assignee' | 'team'>): [Holder['holder'], string | null] {
  if (status === 'pending') return ['customer', null];
  if (status === 'on_hold') return ['third_party', null];
  if (assignee !== null) return ['agent', assignee];
  return team === null ? ['unassigned', null] : ['team', team];
}
