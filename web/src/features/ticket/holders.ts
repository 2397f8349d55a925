/** Who held the time of a ticket, as shares of a bar. */
import type { TicketDetail } from '../../api/client.ts';

type Holder = TicketDetail['holders'][number];

export interface Share {
  key: string;
  holder: Holder['holder'] | 'others';
  name: string;
  seconds: number;
  share: number;
}

/** Slivers cannot be told apart; what is smaller than this joins the others. */
const SMALLEST = 0.005;
const MOST = 7;

/** The holders in the server's order (longest first), at most seven and the rest together; shares sum to 1, and to nothing without time. */
export function sharesOf(holders: readonly Holder[]): Share[] {
  const total = holders.reduce((sum, { seconds }) => sum + seconds, 0);
  if (total <= 0) return [];
  const shares = holders.map(({ holder, id, name, seconds }) => ({
    key: `${holder} ${id ?? ''}`,
    holder,
    name,
    seconds,
    share: seconds / total,
  }));
  const kept = shares.filter(({ share }, index) => index < MOST && share >= SMALLEST);
  const rest = shares.filter((share) => !kept.includes(share));
  if (rest.length < 2) return shares.filter((share) => kept.includes(share) || rest.includes(share));
  const seconds = rest.reduce((sum, share) => sum + share.seconds, 0);
  return [...kept, { key: 'others', holder: 'others', name: String(rest.length), seconds, share: seconds / total }];
}
