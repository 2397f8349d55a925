/** The library of actions as the workspace has it, and what is changed of it. */
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { IssueTypeId, SignalId } from '@watchdesk/domain/playbook';
import type { Playbook } from '../../../api/client.ts';
import { answered, api } from '../../../api/index.ts';

const playbookQuery = queryOptions({
  queryKey: ['playbook'],
  queryFn: ({ signal }) => answered(api.GET('/api/v1/playbook', { signal })),
});

export const usePlaybook = () => useQuery(playbookQuery);

/** Of an issue type, or of one category by itself. */
export type Topic = { issueType: IssueTypeId } | { category: string };

export interface ActionDraft {
  action: string;
  signals: SignalId[];
  hidden: boolean;
}

/** The answer of every change is the whole playbook; what was advised is asked for again. */
function useChanging<Input>(change: (input: Input) => Promise<Playbook>, then?: () => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: async (playbook) => {
      client.setQueryData(playbookQuery.queryKey, playbook);
      then?.();
      await client.invalidateQueries({ queryKey: ['numbers', 'advice'] });
    },
  });
}

/** Adds one to a topic, or changes one by its id. */
export const useSaveAction = (of: Topic | { id: string }, then?: () => void) =>
  useChanging(
    (draft: ActionDraft) =>
      'id' in of
        ? answered(api.PUT('/api/v1/playbook/actions/{id}', { params: { path: { id: of.id } }, body: draft }))
        : answered(api.POST('/api/v1/playbook/actions', { body: { ...of, ...draft } })),
    then,
  );

/** An own one is gone, another as it came. */
export const useRemoveAction = () =>
  useChanging((id: string) => answered(api.DELETE('/api/v1/playbook/actions/{id}', { params: { path: { id } } })));

/** Undefined: its name decides. */
export const useAssign = () =>
  useChanging(({ category, issueType }: { category: string; issueType: IssueTypeId | null | undefined }) =>
    answered(api.PUT('/api/v1/playbook/categories', { body: { category, ...(issueType === undefined ? {} : { issueType }) } })),
  );
