/** Whose goals the viewer may set: everybody's, of all teams and agents, or of a lead's own. */
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { answered, api } from '../../api/index.ts';
import { useMayWriteRules, useSession } from '../../session/session.ts';

const MOST = 500;

/** Five hundred of each at most; past and present agents, since a goal may be of somebody who left. */
export function usePeople() {
  const { person } = useSession();
  const setsAny = useMayWriteRules();
  const init = { params: { query: { limit: MOST } } };
  const { data } = useQuery({
    queryKey: ['directory', 'of goals'],
    queryFn: async ({ signal }) => {
      const [teams, agents] = await Promise.all([
        answered(api.GET('/api/v1/directory/teams', { ...init, signal })),
        answered(api.GET('/api/v1/directory/agents', { ...init, signal })),
      ]);
      return { teams: teams.items, agents: agents.items };
    },
    staleTime: 60_000,
  });
  return useMemo(() => {
    const { teams = [], agents = [] } = data ?? {};
    const isReady = data !== undefined;
    if (setsAny) return { isReady, everybody: true, teams, agents };
    const own = new Set(agents.find(({ id }) => id === person.agentId)?.teams.map(({ id }) => id));
    return {
      isReady,
      everybody: false,
      teams: teams.filter(({ id }) => own.has(id)),
      agents: agents.filter((agent) => agent.teams.some(({ id }) => own.has(id))),
    };
  }, [data, setsAny, person.agentId]);
}

/** Whether the viewer sets goals at all. The server decides; this only spares a vain try. */
export function useMaySetGoals(): boolean {
  const { person } = useSession();
  return useMayWriteRules() || person.role === 'lead';
}
