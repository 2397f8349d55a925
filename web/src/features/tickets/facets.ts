/** How many tickets each value of a filter would leave. Each facet leaves its own filter out, so that other choices stay visible. */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { answered, api } from '../../api/answers.ts';
import { sentenceCase, uiMessages, type FacetOption } from '../../ui/index.ts';
import type { FilterQuery } from './filters.ts';
import { messages } from './messages.ts';

const FACETS = ['status', 'priority', 'team', 'assignee', 'channel', 'category', 'product', 'supportTier', 'customerTier'] as const;
export type Facet = (typeof FACETS)[number];

export function useFacets(query: FilterQuery) {
  return useQuery({
    queryKey: ['ticket-facets', query],
    queryFn: ({ signal }) => answered(api.GET('/api/v1/tickets/facets', { params: { query }, signal })),
    placeholderData: keepPreviousData,
    staleTime: 30_000,
  });
}

/** The people's word for a value, where the server gives the vocabulary's. */
function labelOf(facet: Facet, value: string, label: string): string {
  if (value === 'none') return facet in messages.none ? messages.none[facet as keyof typeof messages.none] : uiMessages.any;
  if (facet === 'status') return (uiMessages.status as Record<string, string>)[value] ?? label;
  if (facet === 'channel') return (uiMessages.channel as Record<string, string>)[value] ?? label;
  return label === value && (facet === 'category' || facet === 'product' || facet === 'customerTier') ? sentenceCase(label) : label;
}

type Answer = { value: string; label: string; count: number };

/** The answers of one facet as options, in the order of the server. */
export const optionsOf = (facet: Facet, answers: readonly Answer[] | undefined): FacetOption[] =>
  (answers ?? []).map(({ value, label, count }) => ({ value, label: labelOf(facet, value, label), count }));
