/** The list's part of the address: what it says, and changing it. Filters are changes one can go back from; a preview is not. */
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';
import type { TicketSearch } from './filters.ts';

type Change = { [Key in keyof TicketSearch]?: TicketSearch[Key] | undefined };

export interface SearchAndChange {
  search: TicketSearch;
  /** Changes parts; undefined takes a part back. */
  change: (change: Change, options?: { replace?: boolean }) => void;
}

export function useTicketSearch(): SearchAndChange {
  const search = useSearch({ from: '/inside/tickets' });
  const navigate = useNavigate({ from: '/tickets' });
  const change = useCallback<SearchAndChange['change']>(
    (parts, { replace = false } = {}) => {
      void navigate({ to: '/tickets', search: (previous) => ({ ...previous, ...parts }), replace });
    },
    [navigate],
  );
  return { search, change };
}
