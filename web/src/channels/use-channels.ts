/** Channels and hooks: asked for, made, tried, changed, removed. Secrets go out from here and come back once, if at all. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answered, answeredAs, api, done } from '../api/index.ts';
import type { paths } from '../api/schema.d.ts';

type BodyOf<Operation> = Operation extends { requestBody: { content: { 'application/json': infer Body } } } ? Body : never;
export type NewChannel = BodyOf<paths['/api/v1/channels']['post']>;
export type ChannelChange = BodyOf<paths['/api/v1/channels/{id}']['patch']>;
export type Channel = Awaited<ReturnType<typeof answeredAs<'/api/v1/channels'>>>['channels'][number];
export type Kind = Channel['kind'];
export type Hook = Awaited<ReturnType<typeof answeredAs<'/api/v1/hooks'>>>['hooks'][number];

const CHANNELS = ['settings', 'channels'];
const HOOKS = ['settings', 'hooks'];
/** Nothing tells of a message that went; who looks at a channel waits for just that. */
const AGAIN_MS = 10_000;
const at = (id: string) => ({ params: { path: { id } } });

export const useChannels = () =>
  useQuery({
    queryKey: CHANNELS,
    queryFn: ({ signal }) => answeredAs<'/api/v1/channels'>(api.GET('/api/v1/channels', { signal })),
    refetchInterval: AGAIN_MS,
  });

/** The lists of channels are then asked for again, and `then` is told what came of it. */
function useDeed<Asked, Answer>(deed: (asked: Asked) => Promise<Answer>, then: (answer: Answer) => void = () => {}) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: deed,
    onSuccess: async (answer) => {
      then(answer);
      await Promise.all([
        client.invalidateQueries({ queryKey: CHANNELS }),
        client.invalidateQueries({ queryKey: ['settings', 'channel-names'] }),
      ]);
    },
  });
}

/** `secret` is what a webhook is signed with, which nobody can ask for again. */
export const useCreateChannel = (then: (made: { secret: string | null; channel: { id: string } }) => void) =>
  useDeed((body: NewChannel) => answered(api.POST('/api/v1/channels', { body })), then);

export const useChangeChannel = (id: string, then: () => void = () => {}) =>
  useDeed((body: ChannelChange) => done(api.PATCH('/api/v1/channels/{id}', { ...at(id), body })), then);

export const useRemoveChannel = (id: string, then: () => void) =>
  useDeed((_: void) => done(api.DELETE('/api/v1/channels/{id}', at(id))), then);

export const useTestChannel = (id: string) => useDeed((_: void) => answered(api.POST('/api/v1/channels/{id}/test', at(id))));

export const useRenewSecret = (id: string, then: (made: { secret: string; previousUntil: string }) => void) =>
  useDeed((overlapSeconds: number) => answered(api.POST('/api/v1/channels/{id}/secret', { ...at(id), body: { overlapSeconds } })), then);

/** What would be sent; asked for each time the form says something else that matters to it. */
export const usePreview = (kind: Kind, { isPersonal, template }: { isPersonal: boolean; template: string | null }) =>
  useQuery({
    queryKey: ['settings', 'channel-preview', kind, isPersonal, template],
    queryFn: async ({ signal }) =>
      (await answered(api.POST('/api/v1/channels/preview', { body: { kind, isPersonal, template }, signal }))).text,
    placeholderData: (before) => before,
    retry: false,
    staleTime: 60_000,
  });

export const useHooks = () =>
  useQuery({ queryKey: HOOKS, queryFn: ({ signal }) => answeredAs<'/api/v1/hooks'>(api.GET('/api/v1/hooks', { signal })) });

export function useRemoveHook(then: () => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => done(api.DELETE('/api/v1/hooks/{id}', at(id))),
    onSuccess: async () => {
      then();
      await client.invalidateQueries({ queryKey: HOOKS });
    },
  });
}
