/** The question behind the list, from the address. A sliding period is fixed when it is chosen, so that rows do not slide away under the reader. */
import { use, useMemo } from 'react';
import { useTimeZone } from '../../period/viewing.ts';
import { ClockContext } from '../../ui/index.ts';
import { orderOf, queryOf, type TicketSearch } from './filters.ts';
import type { ListQuestion } from './windows.ts';

/** The same object for as long as the same is asked, whatever preview is open. */
export function useQuestion({ open: _, ...narrowing }: TicketSearch): ListQuestion {
  const clock = use(ClockContext);
  const zone = useTimeZone();
  const asked = JSON.stringify(narrowing);
  return useMemo(() => {
    const search = JSON.parse(asked) as TicketSearch;
    return { query: queryOf(search, clock.now(), zone), order: orderOf(search) };
  }, [asked, clock, zone]);
}
