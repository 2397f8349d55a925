/** What services and regions are called already: by the status page first, then by incidents and sites, then by tickets. */
import { useQuery } from '@tanstack/react-query';
import { distinctNames } from '@watchdesk/domain/naming';
import { useMemo } from 'react';
import { answered, api } from '../../api/index.ts';
import { useValues } from '../../numbers/index.ts';
import { useTimeZone } from '../../period/viewing.ts';

export function useKnownNames(): { readonly services: readonly string[]; readonly regions: readonly string[] } {
  const context = { period: '90d', timeZone: useTimeZone() } as const;
  const products = useValues('product', context);
  const regions = useValues('region', context);
  const { data } = useQuery({
    queryKey: ['incidents', 'known names'],
    queryFn: ({ signal }) => answered(api.GET('/api/v1/incidents/known-names', { signal })),
    staleTime: 60_000,
  });
  return useMemo(
    () => ({
      services: distinctNames([...(data?.services ?? []), ...(products ?? []).map(({ value }) => value)]),
      regions: distinctNames([...(data?.regions ?? []), ...(regions ?? []).map(({ value }) => value)]),
    }),
    [data, products, regions],
  );
}
