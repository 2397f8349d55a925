/** What the place of on-call asks the server, and what is done there. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { PolicySpec, ScheduleSpec } from '@watchdesk/domain/on-call';
import { use, useEffect } from 'react';
import { answered, answeredAs, api, done, type EscalationPolicy, type OnCallSchedule } from '../../api/index.ts';
import { useLiveQuery } from '../../live/use-live-query.ts';
import { ClockContext, problemOf } from '../../ui/index.ts';

const KEY = ['on-call'];
const FRESH_MS = 30_000;
const LEAST_MS = 1_000;
/** A browser waits no longer than this by itself. */
const LONGEST_MS = 86_400_000;

const SCHEDULES = [...KEY, 'schedules'];

/** Told when somebody changes one, and asked again when the first of them hands over, to the second: that is a change by nobody. */
export function useSchedules() {
  const clock = use(ClockContext);
  const client = useQueryClient();
  const { data, ...query } = useLiveQuery({
    queryKey: SCHEDULES,
    question: { onCall: {} },
    ask: (signal) => answeredAs<'/api/v1/on-call/schedules'>(api.GET('/api/v1/on-call/schedules', { signal })),
    isOrdered: true,
  });
  const nextAt = Math.min(
    Infinity,
    ...(data?.schedules ?? []).flatMap(({ now: { until } }) => (until === null ? [] : [Date.parse(until)])),
  );
  const asOf = data?.asOf;
  useEffect(() => {
    if (asOf === undefined || nextAt === Infinity) return undefined;
    const wait = Math.min(LONGEST_MS, Math.max(LEAST_MS, nextAt - clock.now()));
    const timer = setTimeout(() => void client.invalidateQueries({ queryKey: SCHEDULES }), wait);
    return () => clearTimeout(timer);
  }, [client, clock, nextAt, asOf]);
  return { ...query, data: data?.schedules };
}

/** Told live. Those of the days before stay until the others are there; a place shows one schedule. */
export function useShifts(id: string, from: number, to: number) {
  const query = { from: new Date(from).toISOString(), to: new Date(to).toISOString() };
  return useLiveQuery({
    queryKey: [...KEY, 'shifts', id, from, to],
    question: { onCallShifts: { id, ...query } },
    ask: (signal) => answered(api.GET('/api/v1/on-call/schedules/{id}/shifts', { params: { path: { id }, query }, signal })),
    keeps: true,
  });
}

export const useOnCallPeople = () =>
  useQuery({
    queryKey: [...KEY, 'people'],
    queryFn: ({ signal }) => answered(api.GET('/api/v1/on-call/people', { signal })).then(({ people }) => people),
    staleTime: FRESH_MS,
  });

export const useCalendars = () =>
  useQuery({
    queryKey: ['sla', 'calendar-names'],
    queryFn: ({ signal }) =>
      answeredAs<'/api/v1/calendars'>(api.GET('/api/v1/calendars', { signal })).then(({ calendars }) =>
        calendars.map(({ id, name }) => ({ id, name })),
      ),
    staleTime: FRESH_MS,
  });

export function usePolicies() {
  const { data, ...query } = useLiveQuery({
    queryKey: [...KEY, 'policies'],
    question: { escalationPolicies: {} },
    ask: (signal) => answeredAs<'/api/v1/on-call/escalation-policies'>(api.GET('/api/v1/on-call/escalation-policies', { signal })),
  });
  return { ...query, data: data?.policies };
}

export const useFairness = (from: number, schedule: string | null) =>
  useQuery({
    queryKey: [...KEY, 'fairness', from, schedule],
    queryFn: ({ signal }) => {
      const query = { from: new Date(from).toISOString(), ...(schedule !== null && { schedule }) };
      return answered(api.GET('/api/v1/on-call/fairness', { params: { query }, signal }));
    },
  });

export const useFeedLinks = () =>
  useQuery({
    queryKey: [...KEY, 'calendars'],
    queryFn: ({ signal }) => answered(api.GET('/api/v1/on-call/calendars', { signal })),
  });

/** After a change, and after one that came too late, all of it is asked for again; then `then` is called. */
function useChanging<Input, Output>(change: (input: Input) => Promise<Output>, then: (output: Output) => void = () => {}) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: async (output) => {
      await client.cancelQueries({ queryKey: KEY });
      then(output);
      await client.invalidateQueries({ queryKey: KEY });
    },
    onError: async (error) => {
      if (problemOf(error).status === 409) await client.invalidateQueries({ queryKey: KEY });
    },
  });
}

type Versioned = { readonly id: string; readonly version: number } | null;

export const useSaveSchedule = (of: Versioned, then: (saved: OnCallSchedule) => void) =>
  useChanging(
    (schedule: ScheduleSpec) =>
      of === null
        ? answeredAs<'/api/v1/on-call/schedules/{id}'>(api.POST('/api/v1/on-call/schedules', { body: { schedule } as never }))
        : answeredAs<'/api/v1/on-call/schedules/{id}'>(
            api.PUT('/api/v1/on-call/schedules/{id}', {
              params: { path: { id: of.id } },
              body: { schedule, baseVersion: of.version } as never,
            }),
          ),
    then,
  );

export const useRemoveSchedule = (id: string, then: () => void) =>
  useChanging<void, void>(() => done(api.DELETE('/api/v1/on-call/schedules/{id}', { params: { path: { id } } })), then);

export interface Agreement {
  readonly person: string;
  /** Milliseconds since 1970. */
  readonly from: number;
  readonly to: number;
  readonly reason: string;
}

export const useOverride = (schedule: string, then: () => void) =>
  useChanging(({ from, to, ...rest }: Agreement) => {
    const body = { ...rest, from: new Date(from).toISOString(), to: new Date(to).toISOString() };
    return answered(api.POST('/api/v1/on-call/schedules/{id}/overrides', { params: { path: { id: schedule } }, body }));
  }, then);

export interface Swapped {
  /** Instants that lie in the two shifts. */
  readonly first: string;
  readonly second: string;
  readonly reason: string;
}

/** Set at once by who may, otherwise offered. */
export const useSwap = (schedule: string, isSet: boolean, then: () => void) =>
  useChanging<Swapped, unknown>((body) => {
    const params = { path: { id: schedule } };
    return isSet
      ? answered(api.POST('/api/v1/on-call/schedules/{id}/swaps', { params, body }))
      : answered(api.POST('/api/v1/on-call/schedules/{id}/swap-offers', { params, body }));
  }, then);

export const useAcceptSwap = () =>
  useChanging((id: string) => answered(api.POST('/api/v1/on-call/swap-offers/{id}/accept', { params: { path: { id } } })));

export const useDropSwap = () =>
  useChanging((id: string) => done(api.DELETE('/api/v1/on-call/swap-offers/{id}', { params: { path: { id } } })));

export const useEndOverride = () =>
  useChanging((id: string) => done(api.DELETE('/api/v1/on-call/overrides/{id}', { params: { path: { id } } })));

export const useSavePolicy = (of: Versioned, then: (saved: EscalationPolicy) => void) =>
  useChanging(
    (policy: PolicySpec) =>
      of === null
        ? answered(api.POST('/api/v1/on-call/escalation-policies', { body: { policy } as never }))
        : answered(
            api.PUT('/api/v1/on-call/escalation-policies/{id}', {
              params: { path: { id: of.id } },
              body: { policy, baseVersion: of.version } as never,
            }),
          ),
    then,
  );

export const useRemovePolicy = (id: string, then: () => void) =>
  useChanging<void, void>(() => done(api.DELETE('/api/v1/on-call/escalation-policies/{id}', { params: { path: { id } } })), then);

export const useRenewLinks = () => useChanging<void, unknown>(() => answered(api.POST('/api/v1/on-call/calendars/renew')));

export type OnCallPerson = NonNullable<ReturnType<typeof useOnCallPeople>['data']>[number];
