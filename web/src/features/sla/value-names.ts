/** Teams and companies by name, for conditions that know them by id. */
import { keepPreviousData, skipToken, useQueries, useQuery } from '@tanstack/react-query';
import { answered, api } from '../../api/index.ts';
import type { PolicySpec } from '../../api/client.ts';
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

/** Companies whose name holds what was typed, the best first; none before anything was. */
export function useFoundCompanies(q: string): { id: string; name: string }[] {
  const { data = [] } = useQuery({
    queryKey: ['search', 'organisations', q],
    queryFn: q === '' ? skipToken : ({ signal }) => answered(api.GET('/api/v1/search', { params: { query: { q, limit: 20 } }, signal })),
    select: ({ results }) => results.filter(({ kind }) => kind === 'organisation').map(({ id, title }) => ({ id, name: title })),
    placeholderData: keepPreviousData,
  });
  return q === '' ? [] : data;
}

/** What a value of a condition is called; undefined where it says so itself. */
export type NameOfValue = (field: string, value: string) => string | undefined;

type Condition = PolicySpec['match'][number];

const companiesOf = (match: readonly Condition[]): string[] => [
  ...new Set(match.filter(({ field }) => field === 'organisation').flatMap(({ values }) => values.filter((value) => value !== null))),
];

/** Nothing is called by its id while its name may yet come; what is gone, or was never there, says so. */
export function useValueNames(match: readonly Condition[]): NameOfValue {
  const { data: teams } = useTeams();
  const ids = companiesOf(match);
  const companies = useQueries({
    queries: ids.map((id) => ({
      queryKey: ['directory', 'organisations', id],
      queryFn: ({ signal }: { signal: AbortSignal }) =>
        answered(api.GET('/api/v1/directory/organisations/{id}', { params: { path: { id } }, signal })),
      staleTime: 60_000,
      retry: false,
    })),
  });
  return (field, value) => {
    if (field === 'team') return teams ? (teams.find(({ id }) => id === value)?.name ?? messages.teamGone(value)) : messages.loading;
    if (field !== 'organisation') return undefined;
    const company = companies[ids.indexOf(value)];
    return company?.data?.name ?? (company?.isError ? messages.companyGone(value) : messages.loading);
  };
}
