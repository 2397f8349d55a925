/** The people of the workspace: asked for, invited, changed, removed. */
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answered, api } from '../../../api/index.ts';
import type { paths } from '../../../api/schema.d.ts';
import { ProblemError, readProblem } from '../../../ui/problem.ts';

type BodyOf<Operation> = Operation extends { requestBody: { content: { 'application/json': infer Body } } } ? Body : never;
export type Wanted = BodyOf<paths['/api/v1/members/invitations']['post']>;
export type Change = BodyOf<paths['/api/v1/members/{id}']['patch']>;

const membersQuery = queryOptions({
  queryKey: ['settings', 'members'],
  queryFn: ({ signal }) => answered(api.GET('/api/v1/members', { signal })),
});

export const useMembers = () => useQuery(membersQuery);

/** Runs `work`, then asks for the people anew and calls `then`. */
function useDeed<In, Out>(work: (input: In) => Promise<Out>, then: (output: Out) => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: work,
    onSuccess: async (output) => {
      then(output);
      await client.invalidateQueries({ queryKey: ['settings', 'members'] });
    },
  });
}

async function done({ error, response }: { error?: unknown; response: Response }): Promise<void> {
  if (!response.ok) throw new ProblemError(readProblem(error, response.status));
}

/** `then` gets the link, which nobody can ask for again. */
export const useInvite = (then: (link: string) => void) =>
  useDeed(
    (body: Wanted) => answered(api.POST('/api/v1/members/invitations', { body })),
    ({ link }) => then(link),
  );

export const useRevokeInvitation = () =>
  useDeed(
    async (id: string) => done(await api.DELETE('/api/v1/members/invitations/{id}', { params: { path: { id } } })),
    () => {},
  );

export const useChangeMember = (then: () => void) =>
  useDeed(
    ({ id, change }: { id: string; change: Change }) =>
      answered(api.PATCH('/api/v1/members/{id}', { params: { path: { id } }, body: change })),
    then,
  );

export const useRemoveMember = (then: () => void) =>
  useDeed(async (id: string) => done(await api.DELETE('/api/v1/members/{id}', { params: { path: { id } } })), then);

export const useWantSecondFactor = () =>
  useDeed(
    async (isWanted: boolean) => done(await api.PUT('/api/v1/settings/second-factor', { body: { isWanted } })),
    () => {},
  );

export const useResetLink = (then: (link: string) => void) =>
  useDeed(
    (id: string) => answered(api.POST('/api/v1/members/{id}/reset-link', { params: { path: { id } } })),
    ({ link }) => then(link),
  );
