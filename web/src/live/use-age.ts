/** How old what is on the screen is: as of the oldest answer that a part of it shows, and not when the server was last heard. */
import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useTicking } from '../ui/clock.ts';
import { formatShortDuration } from '../ui/format.ts';
import { useHeardAt, useLiveState } from './live.tsx';

/** As facts are: written within a second or two, and told each minute where nothing happens. After this something is wrong. */
export const BEHIND_MS = 90_000;

export interface Age {
  /** Null while nothing is there. */
  ms: number | null;
  isBehind: boolean;
  /** Questions on the screen that have no answer at all. */
  unanswered: number;
}

/** The least `asOf` of the live answers that are shown; null where none says it. */
export function oldestIn(client: QueryClient): { asOf: number | null; unanswered: number } {
  let [asOf, unanswered]: [number | null, number] = [null, 0];
  for (const { state, meta } of client.getQueryCache().findAll({ type: 'active' })) {
    if (!meta?.['isLive']) continue;
    if (state.data === undefined && state.fetchFailureCount > 0) unanswered += 1;
    const said = (state.data as { asOf?: string | null } | undefined)?.asOf;
    if (said) asOf = Math.min(asOf ?? Number.POSITIVE_INFINITY, Date.parse(said));
  }
  return { asOf, unanswered };
}

/** How old numbers are, in whole minutes, where that is older than they should be; '' otherwise, and where there are none. */
export const behindWords = ({ ms, isBehind }: Age): string =>
  ms !== null && isBehind ? formatShortDuration(Math.floor(ms / 60_000) * 60) : '';

/** Of what arrives as it happens, such as the queue, the age is that of the last word; a line that is lost makes everything as old. */
export function useAge<T extends string | boolean>(read: (age: Age) => T): T {
  const client = useQueryClient();
  const heardAt = useHeardAt();
  const isLive = useLiveState() === 'live';
  return useTicking((now) => {
    const { asOf, unanswered } = oldestIn(client);
    const heard = heardAt();
    const silence = heard === null ? null : Math.max(0, Date.now() - heard);
    const facts = asOf === null ? null : Math.max(0, now - asOf);
    // What was heard says nothing of numbers that are not there.
    if (facts === null && unanswered > 0) return read({ ms: null, isBehind: true, unanswered });
    const ms = facts === null || !isLive ? (silence === null ? facts : Math.max(facts ?? 0, silence)) : facts;
    return read({ ms, isBehind: ms !== null && ms > BEHIND_MS, unanswered });
  });
}
