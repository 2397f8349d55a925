/** The letters of the workspace: asked for, and tried. */
import { queryOptions, useMutation, useQuery } from '@tanstack/react-query';
import { answered, api } from '../../../api/index.ts';
import type { paths } from '../../../api/schema.d.ts';
import { ProblemError, readProblem } from '../../../ui/problem.ts';

export type MailState = paths['/api/v1/mail']['get']['responses']['200']['content']['application/json'];

const mailQuery = queryOptions({
  queryKey: ['settings', 'mail'],
  queryFn: ({ signal }) => answered(api.GET('/api/v1/mail', { signal })),
  // Nothing tells of a letter that went; who looks at it waits for just that.
  refetchInterval: 10_000,
});

export const useMail = () => useQuery(mailQuery);

export function useTestMail(then: () => void) {
  return useMutation({
    mutationFn: async (to: string) => {
      const { error, response } = await api.POST('/api/v1/mail/test', { body: { to } });
      if (!response.ok) throw new ProblemError(readProblem(error, response.status));
    },
    onSuccess: then,
  });
}
