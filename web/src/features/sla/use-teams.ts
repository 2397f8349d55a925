/** The teams of the workspace by name, for conditions that know them by id. */
import { useQuery } from '@tanstack/react-query';
import { answered, api } from '../../api/index.ts';

export const useTeams = () =>
  useQuery({
    queryKey: ['directory', 'teams', 'named'],
    queryFn: ({ signal }) =>
      answered(api.GET('/api/v1/directory/teams', { params: { query: { limit: 500 } }, signal })).then(({ items }) => items),
    staleTime: 60_000,
  });

/** What a value of a condition is called; undefined where it says so itself. */
export type NameOfValue = (field: string, value: string) => string | undefined;

export function useValueNames(): NameOfValue {
  const { data } = useTeams();
  return (field, value) => (field === 'team' ? data?.find(({ id }) => id === value)?.name : undefined);
}
