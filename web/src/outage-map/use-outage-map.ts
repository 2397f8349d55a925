/** What a map of outages is drawn from: those of a day, kept true while it goes on, and what says that they are others. */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { answered, answeredAs, api } from '../api/index.ts';
import { useLiveQuery } from '../live/use-live-query.ts';

export type OutageMap = Awaited<ReturnType<typeof answeredAs<'/api/v1/outages/map'>>>;
export type OutageBrief = OutageMap['outages'][number];
export type OutageIncident = OutageMap['incidents'][number];
export type OutagePlace = OutageMap['places'][number];

export interface Stretch {
  /** ISO 8601. */
  readonly from: string;
  readonly to: string;
}

/** What happened on a day that is over changes when somebody imports it; the pulse tells. */
const STALE_MS = 60_000;

/** How many there are and when that last changed. */
export const useOutagePulse = () =>
  useLiveQuery({
    queryKey: ['outages', 'pulse'],
    question: { outagePulse: {} },
    ask: (signal) => answered(api.GET('/api/v1/outages/pulse', { signal })),
  });

/** `version`: what makes it another, as the pulse and the incidents say; asked once that is known, and not three times while it becomes so. */
export const useOutageMap = (query: Stretch, version: string) =>
  useQuery({
    queryKey: ['outages', 'map', query, version],
    enabled: version !== '',
    queryFn: ({ signal }) => answeredAs<'/api/v1/outages/map'>(api.GET('/api/v1/outages/map', { params: { query }, signal })),
    placeholderData: keepPreviousData,
    staleTime: STALE_MS,
  });
