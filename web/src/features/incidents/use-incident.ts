/** One incident, told live; what could be told of it; its tickets; and declaring one. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { IncidentPolicy } from '@watchdesk/domain/event';
import { STANDARD_POLICY } from '@watchdesk/domain/incident';
import { answered, answeredAs, api } from '../../api/index.ts';
import type { Incident } from '../../api/client.ts';
import type { paths } from '../../api/schema.d.ts';
import { incidentKey } from '../../incidents/index.ts';
import { useLiveQuery } from '../../live/use-live-query.ts';

const at = (id: string) => ({ params: { path: { id } } });

export const useIncident = (id: string) =>
  useLiveQuery<Incident>({
    queryKey: incidentKey(id),
    question: { incident: { id } },
    ask: (signal) => answeredAs<'/api/v1/incidents/{id}'>(api.GET('/api/v1/incidents/{id}', { ...at(id), signal })),
  });

export const useDrafts = (id: string, stage: string) =>
  useQuery({
    queryKey: ['incidents', 'drafts', id, stage],
    queryFn: ({ signal }) => answered(api.GET('/api/v1/incidents/{id}/drafts', { ...at(id), signal })),
  });

export type Drafts = NonNullable<ReturnType<typeof useDrafts>['data']>['drafts'];

/** Asked for again when others belong to it. */
export const useIncidentTickets = ({ id, ticketIds }: Pick<Incident, 'id' | 'ticketIds'>) =>
  useQuery({
    queryKey: ['incidents', 'tickets', id, ticketIds],
    queryFn: ({ signal }) => answered(api.GET('/api/v1/incidents/{id}/tickets', { ...at(id), signal })),
    placeholderData: (before) => before,
  });

const DAYS = 90;
export const useHabits = () =>
  useQuery({
    queryKey: ['incidents', 'habits'],
    queryFn: ({ signal }) => answered(api.GET('/api/v1/incidents/anti-patterns', { params: { query: { days: DAYS } }, signal })),
  });

/** The policy of a version, or the one in force; the standard one until it is known. */
export function usePolicy(version?: number): IncidentPolicy {
  const { data } = useQuery({
    queryKey: ['incidents', 'policy versions'],
    queryFn: ({ signal }) => answered(api.GET('/api/v1/incidents/policy/versions', { signal })),
  });
  // The schema is the very one of the domain; the latest comes first.
  const all = (data?.versions ?? []) as unknown as { policy: IncidentPolicy }[];
  const found = version === undefined ? all[0] : all.find(({ policy }) => policy.version === version);
  return found?.policy ?? STANDARD_POLICY;
}

export type Opening = paths['/api/v1/incidents']['post']['requestBody']['content']['application/json'];

export function useDeclare(then: (id: string) => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: Opening) =>
      answered(api.POST('/api/v1/incidents', { params: { header: { 'idempotency-key': crypto.randomUUID() } }, body })),
    onSuccess: (incident) => {
      client.setQueryData(incidentKey(incident.id), incident);
      then(incident.id);
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['incidents'] }),
  });
}
