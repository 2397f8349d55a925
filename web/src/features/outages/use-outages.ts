/** Outages as the page of the map asks for them: where tickets came from, how many began on each day, one with its history, and what is near it. */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { answered, answeredAs, api } from '../../api/index.ts';
import type { Stretch } from '../../outage-map/index.ts';

export type TicketDensity = Awaited<ReturnType<typeof answeredAs<'/api/v1/outages/density'>>>;

const STALE_MS = 60_000;

/** `version`: what makes it another, as the pulse and the incidents say. */
export const useDensity = (query: Stretch, isShown: boolean, version: string) =>
  useQuery({
    queryKey: ['outages', 'density', query, version],
    enabled: isShown,
    queryFn: ({ signal }) => answeredAs<'/api/v1/outages/density'>(api.GET('/api/v1/outages/density', { params: { query }, signal })),
    placeholderData: keepPreviousData,
    staleTime: STALE_MS,
    retry: false,
  });

/** Of all days where no stretch is said; of none while it is not asked. */
export const useOutageDays = (query: Partial<Stretch> & { timeZone: string }, version: string, isAsked = true) =>
  useQuery({
    queryKey: ['outages', 'days', query, version],
    enabled: isAsked,
    queryFn: ({ signal }) => answeredAs<'/api/v1/outages/days'>(api.GET('/api/v1/outages/days', { params: { query }, signal })),
    placeholderData: keepPreviousData,
    staleTime: STALE_MS,
  });

export const useOutage = (id: string) =>
  useQuery({
    queryKey: ['outages', 'one', id],
    queryFn: ({ signal }) => answered(api.GET('/api/v1/outages/{id}', { params: { path: { id } }, signal })),
  });

export const useNearby = (id: string) =>
  useQuery({
    queryKey: ['outages', 'nearby', id],
    queryFn: ({ signal }) => answered(api.GET('/api/v1/outages/{id}/nearby', { params: { path: { id } }, signal })),
    retry: false,
  });
