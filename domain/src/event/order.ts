/** The order of events: (at, seq, source, id). When they were received plays no part. */
import type { SupportEvent } from './vocabulary.ts';

/** What places an event in the order; kept with a fold's state to tell a late event from the next one. */
export type OrderKey = Pick<SupportEvent, 'at' | 'seq' | 'source' | 'id'>;

/** Negative when `a` comes first. Text is compared by code unit, so no locale can change the order. */
export function compareOrder(a: OrderKey, b: OrderKey): number {
  return a.at - b.at || a.seq - b.seq || compareText(a.source, b.source) || compareText(a.id, b.id);
}

const compareText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

export const orderKeyOf = ({ at, seq, source, id }: OrderKey): OrderKey => ({ at, seq, source, id });
