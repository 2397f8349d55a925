/** Privacy: what is set, tried and saved; one customer found and erased; what retention takes. */
import { keepPreviousData, queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answered, api } from '../../../api/index.ts';
import type { PrivacySettings } from '../../../api/client.ts';

export type Rules = PrivacySettings['redaction'];
export type Periods = PrivacySettings['retention'];

const settingsQuery = queryOptions({
  queryKey: ['settings', 'privacy'],
  queryFn: ({ signal }) => answered(api.GET('/api/v1/privacy', { signal })),
});
export const usePrivacy = () => useQuery(settingsQuery);

export function useSavePrivacy() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: Partial<PrivacySettings>) => answered(api.PUT('/api/v1/privacy', { body })),
    onSuccess: async (saved) => {
      client.setQueryData(settingsQuery.queryKey, saved);
      await client.invalidateQueries({ queryKey: ['settings'] });
    },
  });
}

/** What the rules as they stand in the form make of a text; an error says which of them cannot be used. */
export const usePreview = (redaction: Rules, text: string) =>
  useQuery({
    queryKey: ['settings', 'privacy', 'preview', redaction, text],
    queryFn: ({ signal }) => answered(api.POST('/api/v1/privacy/preview', { body: { redaction, text }, signal })),
    placeholderData: keepPreviousData,
    retry: false,
    // What was typed stays in memory no longer than it is looked at.
    gcTime: 0,
  });

export const useCustomersCalled = (words: string) =>
  useQuery({
    queryKey: ['settings', 'privacy', 'customers', words],
    queryFn: async ({ signal }) => {
      const { results } = await answered(api.GET('/api/v1/search', { params: { query: { q: words, limit: 8 } }, signal }));
      return results.filter(({ kind }) => kind === 'customer');
    },
    enabled: words !== '',
    placeholderData: keepPreviousData,
    gcTime: 0,
  });

/** `then` is told what was erased. Whatever showed the customer is asked for again. */
export function useErase(then: (erased: { texts: number; tickets: number; idTells: boolean }) => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, confirm }: { id: string; confirm: string }) =>
      answered(api.POST('/api/v1/customers/{id}/erase', { params: { path: { id } }, body: { confirm } })),
    onSuccess: async (erased) => {
      then(erased);
      await client.invalidateQueries();
    },
  });
}

export const useRetention = () =>
  useQuery({
    queryKey: ['settings', 'privacy', 'retention'],
    queryFn: ({ signal }) => answered(api.GET('/api/v1/privacy/retention', { signal })),
  });
