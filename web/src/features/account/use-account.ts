/** One's own account, as the server knows it, and what one changes of it. */
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { comeByPasskey, makePasskey } from '../../account/index.ts';
import { answered, api, done } from '../../api/index.ts';
import { sessionQuery } from '../../session/session.ts';

const accountQuery = queryOptions({
  queryKey: ['account'],
  queryFn: ({ signal }) => answered(api.GET('/api/v1/account', { signal })),
});

export const useAccount = (isAsked: boolean) => useQuery({ ...accountQuery, enabled: isAsked });

/** A deed on the account; the account, and who is signed in, are then asked for again. */
function useDeed<Asked, Answer>(deed: (asked: Asked) => Promise<Answer>, then: (answer: Answer) => void = () => {}) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: deed,
    onSuccess: async (answer) => {
      then(answer);
      await Promise.all([
        client.invalidateQueries({ queryKey: accountQuery.queryKey }),
        client.invalidateQueries({ queryKey: sessionQuery.queryKey }),
      ]);
    },
  });
}

export const useRename = (then: () => void) => useDeed((name: string) => done(api.PUT('/api/v1/account/name', { body: { name } })), then);

export const useChangePassword = (then: () => void) =>
  useDeed((body: { current: string; next: string }) => done(api.PUT('/api/v1/account/password', { body })), then);

/** Changes nothing yet, and so asks for nothing again. */
export const useBeginSecondFactor = () =>
  useMutation({ mutationFn: (password: string) => answered(api.POST('/api/v1/account/second-factor', { body: { password } })) });

export const useConfirmSecondFactor = (then: () => void) =>
  useDeed((code: string) => done(api.PUT('/api/v1/account/second-factor', { body: { code } })), then);

export const useEndSecondFactor = (then: () => void) =>
  useDeed((password: string) => done(api.POST('/api/v1/account/second-factor/end', { body: { password } })), then);

export const useRenewRecoveryCodes = (then: (codes: readonly string[]) => void) =>
  useDeed(
    (password: string) => answered(api.POST('/api/v1/account/recovery-codes', { body: { password } })),
    ({ recoveryCodes }) => then(recoveryCodes),
  );

export const useAddPasskey = (then: () => void) =>
  useDeed(async ({ name, password }: { name: string; password: string }) => {
    const question = await answered(api.POST('/api/v1/account/passkeys/options', { body: { password } }));
    const response = await makePasskey(question);
    await done(api.POST('/api/v1/account/passkeys', { body: { name, response } }));
  }, then);

/** Another session takes the place of this one, and is open as far as two factors go. */
export const useComeByPasskey = () => useDeed((_: void) => comeByPasskey());

export const useRemovePasskey = (then: () => void) =>
  useDeed((id: string) => done(api.DELETE('/api/v1/account/passkeys/{id}', { params: { path: { id } } })), then);

export const useEndSession = () => useDeed((id: string) => done(api.DELETE('/api/v1/account/sessions/{id}', { params: { path: { id } } })));

export const useEndOthers = () => useDeed((_: void) => done(api.DELETE('/api/v1/account/sessions')));
