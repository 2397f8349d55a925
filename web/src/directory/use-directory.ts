/** Whom and what a ticket can be given to, as the options of a field. */
import { useQuery } from '@tanstack/react-query';
import { answered, api } from '../api/answers.ts';

export interface Option {
  value: string;
  label: string;
}

const asOption = ({ id, name }: { id: string; name: string }): Option => ({ value: id, label: name });

const FEW = 500;

/** The active agents, or the teams: five hundred at most. */
export function useDirectory(kind: 'agents' | 'teams') {
  return useQuery({
    queryKey: ['directory', kind],
    queryFn: async ({ signal }): Promise<Option[]> => {
      const init = { params: { query: { limit: FEW } }, signal };
      if (kind === 'teams') return (await answered(api.GET('/api/v1/directory/teams', init))).items.map(asOption);
      const { items } = await answered(api.GET('/api/v1/directory/agents', init));
      return items.filter(({ active }) => active).map(asOption);
    },
    staleTime: 60_000,
  });
}

/** What is chosen now stays choosable, though the list may not hold it. */
export const including = (options: readonly Option[] | undefined, chosen: { id: string; name: string } | null) =>
  chosen && !options?.some(({ value }) => value === chosen.id)
    ? [{ value: chosen.id, label: chosen.name }, ...(options ?? [])]
    : [...(options ?? [])];
