/** One goal with its course and past, and what is done with goals. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Outcome } from '@watchdesk/domain/goal';
import type { GoalDetail, GoalDraft } from '../../api/client.ts';
import { answered, api } from '../../api/index.ts';
import { useLiveQuery } from '../../live/use-live-query.ts';
import { problemOf } from '../../ui/index.ts';
import { ProblemError, readProblem } from '../../ui/problem.ts';

export const useGoal = (id: string) =>
  useLiveQuery({
    queryKey: ['goals', id],
    question: { goal: { id } },
    ask: (signal) => answered(api.GET('/api/v1/goals/{id}', { params: { path: { id } }, signal })),
    isOrdered: true,
  });

export const useVersions = (id: string) =>
  useQuery({
    queryKey: ['goals', id, 'versions'],
    queryFn: ({ signal }) =>
      answered(api.GET('/api/v1/goals/{id}/versions', { params: { path: { id } }, signal })).then(({ versions }) => versions),
  });

/** After a change, and after one that came too late, goals are asked for again; then `then` is called. */
function useChanging<Input, Output>(change: (input: Input) => Promise<Output>, then: (output: Output) => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: async (output) => {
      // An answer that is still on its way may be older than the change.
      await client.cancelQueries({ queryKey: ['goals'] });
      then(output);
      await client.invalidateQueries({ queryKey: ['goals'] });
    },
    onError: async (error) => {
      if (problemOf(error).status === 409) await client.invalidateQueries({ queryKey: ['goals'] });
    },
  });
}

/** Sets a new goal, or adds a version of one. */
export const useSaveGoal = (of: { id: string; version: number } | null, then: (saved: GoalDetail) => void) =>
  useChanging(
    (goal: GoalDraft) =>
      of === null
        ? answered(api.POST('/api/v1/goals', { body: { goal } }))
        : answered(api.PUT('/api/v1/goals/{id}', { params: { path: { id: of.id } }, body: { goal, baseVersion: of.version } })),
    then,
  );

export const useCloseGoal = (id: string, then: () => void) =>
  useChanging((outcome: Outcome) => answered(api.POST('/api/v1/goals/{id}/close', { params: { path: { id } }, body: { outcome } })), then);

export const useReopenGoal = (id: string) =>
  useChanging(
    () => answered(api.POST('/api/v1/goals/{id}/reopen', { params: { path: { id } } })),
    () => {},
  );

export const useDeleteGoal = (id: string, then: () => void) =>
  useChanging(async () => {
    const { error, response } = await api.DELETE('/api/v1/goals/{id}', { params: { path: { id } } });
    if (!response.ok) throw new ProblemError(readProblem(error, response.status));
  }, then);
