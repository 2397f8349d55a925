/** The list's part of the address: what it says, and changing it. Filters are changes one can go back from; a preview is not. */
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import { readTicketSearch, type TicketSearch } from './filters.ts';

type Change = { [Key in keyof TicketSearch]?: TicketSearch[Key] | undefined };

export interface SearchAndChange {
  search: TicketSearch;
  /** Changes parts; undefined takes a part back. */
  change: (change: Change, options?: { replace?: boolean }) => void;
}

export function useTicketSearch(): SearchAndChange {
  // The router lays what a route has read over the raw address, so that what was left out comes back: it is read once more.
  const address = useSearch({ from: '/inside/tickets' });
  const search = useMemo(() => readTicketSearch(address), [address]);
  const navigate = useNavigate({ from: '/tickets' });
  const change = useCallback<SearchAndChange['change']>(
    (parts, { replace = false } = {}) => {
      void navigate({ to: '/tickets', search: (previous) => ({ ...previous, ...parts }), replace });
    },
    [navigate],
  );
  return { search, change };
}
