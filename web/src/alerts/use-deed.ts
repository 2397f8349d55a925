/** What people do about an alert, wherever it stands. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { answered, api } from '../api/index.ts';

/** Of the alert by itself. */
export const alertKey = (id: string) => ['alerts', 'one', id];
const at = (id: string) => ({ params: { path: { id } } });

export type Deed =
  | { type: 'acknowledge' | 'resolve' }
  /** ISO text. */
  | { type: 'snooze'; until: string }
  | { type: 'comment'; text: string };

function doIt(id: string, deed: Deed) {
  if (deed.type === 'snooze') return answered(api.POST('/api/v1/alerts/{id}/snooze', { ...at(id), body: { until: deed.until } }));
  if (deed.type === 'comment') return answered(api.POST('/api/v1/alerts/{id}/comment', { ...at(id), body: { text: deed.text } }));
  return deed.type === 'acknowledge'
    ? answered(api.POST('/api/v1/alerts/{id}/acknowledge', at(id)))
    : answered(api.POST('/api/v1/alerts/{id}/resolve', at(id)));
}

/** The answer is in sight at once; of the lists the stream tells. */
export function useDeed(id: string, then: () => void = () => {}) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (deed: Deed) => doIt(id, deed),
    onSuccess: (alert) => {
      client.setQueryData(alertKey(id), alert);
      then();
    },
    // Somebody was quicker: what they did is in sight then.
    onSettled: () => client.invalidateQueries({ queryKey: ['alerts'] }),
  });
}

interface Done {
  readonly done: number;
  /** Why of each that could not be done. */
  readonly failed: readonly unknown[];
}

/** The same of several, one after the other; the rest is done where one cannot be, as after somebody was quicker. */
export function useDeeds(then: () => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ deed, ids }: { deed: Deed; ids: readonly string[] }): Promise<Done> => {
      const failed: unknown[] = [];
      for (const id of ids) await doIt(id, deed).catch((error: unknown) => failed.push(error));
      return { done: ids.length - failed.length, failed };
    },
    onSuccess: then,
    onSettled: () => client.invalidateQueries({ queryKey: ['alerts'] }),
  });
}
