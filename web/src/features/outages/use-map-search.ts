/** The map's part of the address. A filter is a change one can go back from; the time that is shown is not. */
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';
import type { MapSearch } from './filters.ts';

type Change = { [Key in keyof MapSearch]?: MapSearch[Key] | undefined };
export type ChangeSearch = (change: Change, options?: { replace?: boolean }) => void;

export function useMapSearch(): readonly [MapSearch, ChangeSearch] {
  const search = useSearch({ from: '/inside/incidents/map' });
  const navigate = useNavigate({ from: '/incidents/map' });
  const change = useCallback<ChangeSearch>(
    (parts, { replace = false } = {}) => {
      void navigate({ to: '/incidents/map', search: (previous) => ({ ...previous, ...parts }), replace });
    },
    [navigate],
  );
  return [search, change];
}
