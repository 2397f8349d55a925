/** What one does at the door. */
import { queryOptions, useMutation } from '@tanstack/react-query';
import { comeByPasskey } from '../../account/index.ts';
import { answered, api, done } from '../../api/index.ts';
import type { paths } from '../../api/schema.d.ts';

type BodyOf<Path extends '/api/v1/set-up' | '/api/v1/sign-in' | '/api/v1/sign-in/code'> = NonNullable<
  paths[Path]['post']['requestBody']
>['content']['application/json'];

export type FirstSteps = BodyOf<'/api/v1/set-up'>;
export type Credentials = BodyOf<'/api/v1/sign-in'>;

/** What follows once one is in, still part of the deed: what fails there is told where the deed was done. */
type Then = () => Promise<unknown>;

/** The answer says whether a code is asked for; else `then` has followed. */
export const useSignIn = (then: Then) =>
  useMutation({
    mutationFn: async (body: Credentials) => {
      const { needsSecondFactor } = await answered(api.POST('/api/v1/sign-in', { body }));
      if (!needsSecondFactor) await then();
      return needsSecondFactor;
    },
  });

export const useCode = (then: Then) =>
  useMutation({
    mutationFn: async (body: { code: string; isRecovery: boolean }) => {
      await done(api.POST('/api/v1/sign-in/code', { body }));
      await then();
    },
  });

export const usePasskey = (then: Then) =>
  useMutation({
    mutationFn: async () => {
      await comeByPasskey();
      await then();
    },
  });

/** By whose providers somebody of this address comes in. */
export const useFindCompany = () =>
  useMutation({
    mutationFn: async (email: string) => (await answered(api.POST('/api/v1/sign-in/company', { body: { email } }))).singleSignOn,
  });

export const useSetUp = (then: Then) =>
  useMutation({
    mutationFn: async (body: FirstSteps) => {
      await done(api.POST('/api/v1/set-up', { body }));
      await then();
    },
  });

export const useForgotten = () =>
  useMutation({ mutationFn: (email: string) => done(api.POST('/api/v1/password/forgotten', { body: { email } })) });

export const useReset = (then: () => void) =>
  useMutation({
    mutationFn: (body: { token: string; password: string }) => done(api.POST('/api/v1/password/reset', { body })),
    onSuccess: then,
  });

export const invitationQuery = (secret: string) =>
  queryOptions({
    queryKey: ['invitation', secret],
    queryFn: ({ signal }) => answered(api.GET('/api/v1/invitations/{secret}', { params: { path: { secret } }, signal })),
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
  });

export const useAccept = (secret: string, then: Then) =>
  useMutation({
    mutationFn: async (body: { name: string; password: string }) => {
      await done(api.POST('/api/v1/invitations/{secret}/account', { params: { path: { secret } }, body }));
      await then();
    },
  });

export const joinBy = (secret: string) => answered(api.POST('/api/v1/invitations/{secret}/membership', { params: { path: { secret } } }));
