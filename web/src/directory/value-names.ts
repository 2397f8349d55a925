/** Teams, people, companies and customers by name, for conditions that know them by id. */
import { keepPreviousData, skipToken, useQueries, useQuery } from '@tanstack/react-query';
import { answered, api } from '../api/index.ts';
import { messages } from './messages.ts';

const PART = 500;
const FRESH_MS = 60_000;

type Listed = 'team' | 'assignee';
type Found = 'organisation' | 'requester';

export interface Named {
  readonly id: string;
  readonly name: string;
}

/** All of them, however many parts the list has. */
async function allOf(kind: Listed, signal: AbortSignal): Promise<Named[]> {
  const all: Named[] = [];
  for (let cursor: string | null | undefined; cursor !== null;) {
    const init = { params: { query: { limit: PART, ...(cursor ? { cursor } : {}) } }, signal };
    const { items, next } =
      kind === 'team'
        ? await answered(api.GET('/api/v1/directory/teams', init))
        : await answered(api.GET('/api/v1/directory/agents', init));
    all.push(...items.map(({ id, name }) => ({ id, name })));
    cursor = next;
  }
  return all;
}

/** Those that are few enough to be listed; none are asked for where `wanted` is false. */
export const useListed = (kind: Listed, wanted = true) =>
  useQuery({
    queryKey: ['directory', kind, 'named'],
    queryFn: wanted ? ({ signal }) => allOf(kind, signal) : skipToken,
    staleTime: FRESH_MS,
  });

const SEARCHED = { organisation: 'organisation', requester: 'customer' } as const;

/** Companies or customers whose name holds what was typed, the best first; none before anything was. */
export function useFound(kind: Found, q: string): Named[] {
  const { data = [] } = useQuery({
    queryKey: ['search', kind, q],
    queryFn: q === '' ? skipToken : ({ signal }) => answered(api.GET('/api/v1/search', { params: { query: { q, limit: 20 } }, signal })),
    select: ({ results }) => results.filter((one) => one.kind === SEARCHED[kind]).map(({ id, title }) => ({ id, name: title })),
    placeholderData: keepPreviousData,
  });
  return q === '' ? [] : data;
}

/** What a value of a condition is called; undefined where it says so itself. */
export type NameOfValue = (field: string, value: string) => string | undefined;

interface Condition {
  readonly field: string;
  readonly values: readonly (string | null)[];
}

const idsOf = (conditions: readonly Condition[], kind: Found): string[] =>
  [
    ...new Set(
      conditions.filter(({ field }) => field === kind).flatMap(({ values }) => values.filter((value) => value !== null && value !== '')),
    ),
  ] as string[];

const one = (kind: Found, id: string, signal: AbortSignal): Promise<{ name: string | null }> => {
  const init = { params: { path: { id } }, signal };
  return kind === 'organisation'
    ? answered(api.GET('/api/v1/directory/organisations/{id}', init))
    : answered(api.GET('/api/v1/directory/customers/{id}', init));
};

/** The names of some that are too many to be listed. */
function useEach(kind: Found, ids: readonly string[]) {
  const asked = useQueries({
    queries: ids.map((id) => ({
      queryKey: ['directory', kind, id],
      queryFn: ({ signal }: { signal: AbortSignal }) => one(kind, id, signal),
      staleTime: FRESH_MS,
      retry: false,
    })),
  });
  return (id: string): string => {
    const found = asked[ids.indexOf(id)];
    return found?.data?.name ?? (found?.isError || found?.data ? messages.gone[kind](id) : messages.loading);
  };
}

/** Nothing is called by its id while its name may yet come; what is gone, or was never there, says so. */
export function useValueNames(conditions: readonly Condition[]): NameOfValue {
  const has = (kind: string) => conditions.some(({ field }) => field === kind);
  const { data: teams } = useListed('team');
  const { data: agents } = useListed('assignee', has('assignee'));
  const companyName = useEach('organisation', idsOf(conditions, 'organisation'));
  const customerName = useEach('requester', idsOf(conditions, 'requester'));
  const inList = (list: readonly Named[] | undefined, kind: Listed, value: string) =>
    list ? (list.find(({ id }) => id === value)?.name ?? messages.gone[kind](value)) : messages.loading;
  return (field, value) => {
    if (value === '') return undefined;
    if (field === 'team') return inList(teams, field, value);
    if (field === 'assignee') return inList(agents, field, value);
    if (field === 'organisation') return companyName(value);
    return field === 'requester' ? customerName(value) : undefined;
  };
}
