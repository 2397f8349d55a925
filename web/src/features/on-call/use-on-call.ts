/** What the place of on-call asks the server, and what is done there. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { PolicySpec, ScheduleSpec } from '@watchdesk/domain/on-call';
import { use } from 'react';
import { answered, answeredAs, api, done, type EscalationPolicy, type OnCallSchedule } from '../../api/index.ts';
import { ClockContext, problemOf } from '../../ui/index.ts';

const KEY = ['on-call'];
const EVERY_MS = 30_000;
const LEAST_MS = 1_000;

/** Asked again when the first of them hands over, to the second, and every half minute for what others do. */
export function useSchedules() {
  const clock = use(ClockContext);
  return useQuery({
    queryKey: [...KEY, 'schedules'],
    queryFn: ({ signal }) =>
      answeredAs<'/api/v1/on-call/schedules'>(api.GET('/api/v1/on-call/schedules', { signal })).then(({ schedules }) => schedules),
    refetchInterval: ({ state }) => {
      const ends = (state.data ?? []).flatMap(({ now: { until } }) => (until === null ? [] : [Date.parse(until) - clock.now()]));
      return Math.max(LEAST_MS, Math.min(EVERY_MS, ...ends));
    },
  });
}

export const useShifts = (id: string, from: number, to: number) =>
  useQuery({
    queryKey: [...KEY, 'shifts', id, from, to],
    queryFn: ({ signal }) => {
      const query = { from: new Date(from).toISOString(), to: new Date(to).toISOString() };
      return answered(api.GET('/api/v1/on-call/schedules/{id}/shifts', { params: { path: { id }, query }, signal }));
    },
    placeholderData: (before, query) => (query?.queryKey[2] === id ? before : undefined),
    refetchInterval: EVERY_MS,
  });

export const useOnCallPeople = () =>
  useQuery({
    queryKey: [...KEY, 'people'],
    queryFn: ({ signal }) => answered(api.GET('/api/v1/on-call/people', { signal })).then(({ people }) => people),
    staleTime: EVERY_MS,
  });

export const useCalendars = () =>
  useQuery({
    queryKey: ['sla', 'calendar-names'],
    queryFn: ({ signal }) =>
      answeredAs<'/api/v1/calendars'>(api.GET('/api/v1/calendars', { signal })).then(({ calendars }) =>
        calendars.map(({ id, name }) => ({ id, name })),
      ),
    staleTime: EVERY_MS,
  });

export const usePolicies = () =>
  useQuery({
    queryKey: [...KEY, 'policies'],
    queryFn: ({ signal }) =>
      answeredAs<'/api/v1/on-call/escalation-policies'>(api.GET('/api/v1/on-call/escalation-policies', { signal })).then(
        ({ policies }) => policies,
      ),
  });

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
