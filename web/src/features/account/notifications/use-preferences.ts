/** What the viewer wants to be told, how and when. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Preferences } from '@watchdesk/domain/notification';
import { answered, api } from '../../../api/index.ts';

export type { Preferences, Way } from '@watchdesk/domain/notification';

const KEY = ['account', 'notifications'];

export const usePreferences = () =>
  useQuery({
    queryKey: KEY,
    queryFn: async ({ signal }) => (await answered(api.GET('/api/v1/notifications/preferences', { signal }))) as Preferences,
  });

export function useSavePreferences(then: () => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (body: Preferences) =>
      (await answered(api.PUT('/api/v1/notifications/preferences', { body: body as never }))) as Preferences,
    onSuccess: (saved) => {
      client.setQueryData(KEY, saved);
      then();
    },
  });
}
