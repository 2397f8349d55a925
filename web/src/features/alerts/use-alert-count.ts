/** How many alerts demand somebody's attention, told live: what the navigation shows wherever one is. */
import { answered, api } from '../../api/answers.ts';
import { useLiveQuery } from '../../live/use-live-query.ts';
import { useSession } from '../../session/session.ts';

/** Nothing is asked while the workspace still waits for a second factor. */
export function useAlertCount() {
  const { account } = useSession();
  return useLiveQuery({
    queryKey: ['alerts', 'count'],
    question: account?.needsSecondFactor ? null : { alertCount: {} },
    ask: (signal) => answered(api.GET('/api/v1/alerts/count', { signal })),
  });
}
