/** The teams of the workspace by name, for conditions that know them by id. */
import { useQuery } from '@tanstack/react-query';
import { answered, api } from '../../api/index.ts';
import { messages } from './messages.ts';

const PART = 500;

/** All of them, however many parts the list has. */
async function allTeams(signal: AbortSignal): Promise<{ id: string; name: string }[]> {
  const teams: { id: string; name: string }[] = [];
  for (let cursor: string | null | undefined; cursor !== null;) {
    const query = { limit: PART, ...(cursor ? { cursor } : {}) };
    const { items, next } = await answered(api.GET('/api/v1/directory/teams', { params: { query }, signal }));
    teams.push(...items);
    cursor = next;
  }
  return teams;
}

export const useTeams = () =>
  useQuery({
    queryKey: ['directory', 'teams', 'named'],
    queryFn: ({ signal }) => allTeams(signal),
    staleTime: 60_000,
  });

/** What a value of a condition is called; undefined where it says so itself. */
export type NameOfValue = (field: string, value: string) => string | undefined;

/** A team is never called by its id while its name may yet come; one that is gone says that it is. */
export function useValueNames(): NameOfValue {
  const { data } = useTeams();
  return (field, value) => {
    if (field !== 'team') return undefined;
    return data ? (data.find(({ id }) => id === value)?.name ?? messages.teamGone(value)) : messages.loading;
  };
}
