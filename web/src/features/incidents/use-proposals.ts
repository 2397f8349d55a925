/** What detection proposes, told live; its settings; and answering the tickets of an incident. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answered, answeredAs, api } from '../../api/index.ts';
import type { Detection, Incident, IncidentAnswers } from '../../api/client.ts';
import { useLiveQuery } from '../../live/use-live-query.ts';

const at = (id: string) => ({ params: { path: { id } } });

export type ProposalList = Awaited<ReturnType<typeof answeredAs<'/api/v1/incidents/proposals'>>>;

export const useProposals = () =>
  useLiveQuery<ProposalList>({
    queryKey: ['incidents', 'proposals'],
    question: { proposals: {} },
    ask: (signal) => answeredAs<'/api/v1/incidents/proposals'>(api.GET('/api/v1/incidents/proposals', { signal })),
  });

export const useEvidence = (id: string) =>
  useLiveQuery<ProposalList>({
    queryKey: ['incidents', 'evidence', id],
    question: { proposals: { incident: id } },
    ask: (signal) => answeredAs<'/api/v1/incidents/{id}/proposals'>(api.GET('/api/v1/incidents/{id}/proposals', { ...at(id), signal })),
  });

/** Asked for when they are wanted, and again when there are more. */
export const useProposedTickets = (id: string, count: number, isWanted: boolean) =>
  useQuery({
    queryKey: ['incidents', 'proposed-tickets', id, count],
    enabled: isWanted,
    queryFn: ({ signal }) => answered(api.GET('/api/v1/incidents/{id}/proposed-tickets', { ...at(id), signal })),
    placeholderData: (before) => before,
  });

const DETECTION = ['detection'];
export const useDetection = (isWanted: boolean) =>
  useQuery({
    queryKey: DETECTION,
    enabled: isWanted,
    queryFn: ({ signal }) => answered(api.GET('/api/v1/detection', { signal })),
  });

export function useSaveDetection(then: () => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: Pick<Detection, 'isOn' | 'falseAlarmsPerWeek'>) => answered(api.PUT('/api/v1/detection', { body })),
    onSuccess: (detection) => {
      client.setQueryData(DETECTION, detection);
      then();
    },
  });
}

/** Of one key, or all of it. */
export function useForgetLearned() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (key: string | undefined) =>
      answered(api.DELETE('/api/v1/detection/learned', { params: { query: key === undefined ? {} : { key } } })),
    onSuccess: (detection) => client.setQueryData(DETECTION, detection),
  });
}

const answersKey = (id: string) => ['incidents', 'answers', id];
/** Asked for again when others belong to it, or more was told. */
export const useAnswers = ({ id, ticketIds, timeline }: Pick<Incident, 'id' | 'ticketIds' | 'timeline'>) =>
  useQuery({
    queryKey: [...answersKey(id), ticketIds, timeline.filter(({ type }) => type === 'incident.update_posted').length],
    queryFn: ({ signal }) => answered(api.GET('/api/v1/incidents/{id}/answers', { ...at(id), signal })),
    placeholderData: (before) => before,
  });

export function useAnswer(id: string) {
  const client = useQueryClient();
  return useMutation({
    networkMode: 'always',
    // Of very many a request answers a part: it goes on while that gets anywhere.
    mutationFn: async (update: string): Promise<IncidentAnswers> => {
      for (let before = -1; ;) {
        const plan = await answered(api.POST('/api/v1/incidents/{id}/answers', { ...at(id), body: { update } }));
        if (plan.counts.ready === 0 || plan.counts.answered <= before) return plan;
        before = plan.counts.answered;
        client.setQueriesData({ queryKey: answersKey(id) }, plan);
      }
    },
    onSuccess: (plan: IncidentAnswers) => client.setQueriesData({ queryKey: answersKey(id) }, plan),
  });
}
