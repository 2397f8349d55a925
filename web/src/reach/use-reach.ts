/** Whose page this viewer may open: of everyone, of their team's people, or their own. The server decides; this spares a vain link. */
import { queryOptions, useQuery } from '@tanstack/react-query';
import { answered, api } from '../api/index.ts';

/** Who belongs to a team changes with the directory, not while somebody looks. */
const FRESH_MS = 5 * 60_000;

const reachQuery = queryOptions({
  queryKey: ['reach'],
  staleTime: FRESH_MS,
  queryFn: async ({ signal }) => {
    const { to, teams, agents = [] } = await answered(api.GET('/api/v1/people/reach', { signal }));
    return { to, teams, agents };
  },
});

/** Nobody's while it is not known yet. */
export function useMaySee(): (agentId: string) => boolean {
  const { data } = useQuery(reachQuery);
  return (agentId) => data?.to === 'all' || (data?.to === 'some' && data.agents.includes(agentId));
}

/** The teams whose lead or member the viewer is, as far as that bounds what they see; undefined while it is not known yet. */
export function useOwnTeams(): readonly string[] | undefined {
  return useQuery(reachQuery).data?.teams;
}
