/** Filters whose values are too many to list: they are looked up while one types. */
import { useDebouncedValue } from '@mantine/hooks';
import { skipToken, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { answered, api } from '../../api/answers.ts';
import { sentenceCase } from '../../ui/index.ts';
import { valuesOf } from './filters.ts';
import { Lookup } from './Lookup.tsx';
import { messages } from './messages.ts';
import type { SearchAndChange } from './use-search.ts';

const TYPING_MS = 200;

function useDirectory(typed: string) {
  const [q] = useDebouncedValue(typed.trim(), TYPING_MS);
  return useQuery({
    queryKey: ['search', 'customers', q],
    queryFn:
      q === ''
        ? skipToken
        : ({ signal }) =>
            answered(api.GET('/api/v1/search', { params: { query: { q, limit: 20 } }, signal })).then(({ results }) => results),
    staleTime: 60_000,
  });
}

type Kind = 'customers' | 'organisations';

const nameOf = (kind: Kind, id: string, signal: AbortSignal): Promise<string> => {
  const init = { params: { path: { id } }, signal };
  const asked: Promise<{ name: string }> =
    kind === 'customers'
      ? answered(api.GET('/api/v1/directory/customers/{id}', init))
      : answered(api.GET('/api/v1/directory/organisations/{id}', init));
  // A filter on somebody who is not known any more still shows what it filters by.
  return asked.then(
    ({ name }) => name,
    () => id,
  );
};

/** Names of what the address refers to by id only; the ids themselves until they are known. */
function useNames(kind: Kind, ids: readonly string[]): readonly string[] {
  const { data } = useQuery({
    queryKey: ['names', kind, ids],
    queryFn: ids.length === 0 ? skipToken : ({ signal }) => Promise.all(ids.map((id) => nameOf(kind, id, signal))),
    staleTime: Number.POSITIVE_INFINITY,
  });
  return data ?? ids;
}

type CustomerFilterProps = Pick<SearchAndChange, 'search' | 'change'>;

const toggled = (values: readonly string[], id: string): string[] =>
  values.includes(id) ? values.filter((other) => other !== id) : [...values, id];
const asText = (values: readonly string[]): string | undefined => (values.length > 0 ? values.join(',') : undefined);

/** One field for customers and for companies, since whoever asks does not care which it is. */
export function CustomerFilter({ search, change }: CustomerFilterProps) {
  const [typed, setTyped] = useState('');
  const { data, isFetching } = useDirectory(typed);
  const found = (data ?? [])
    .filter(({ kind }) => kind === 'customer' || kind === 'organisation')
    .map((one) => ({ ...one, detail: one.detail && (one.kind === 'organisation' ? sentenceCase(one.detail) : one.detail) }));
  const requester = valuesOf(search.requester);
  const organisation = valuesOf(search.organisation);
  const people = useNames('customers', requester);
  const companies = useNames('organisations', organisation);
  return (
    <Lookup
      label={messages.filter.requester}
      placeholder={messages.findCustomer}
      chosen={[...people, ...companies]}
      isChosen={({ id }) => requester.includes(id) || organisation.includes(id)}
      typed={typed}
      onType={setTyped}
      found={found}
      isFetching={isFetching}
      onToggle={({ kind, id }) =>
        change(
          kind === 'organisation' ? { organisation: asText(toggled(organisation, id)) } : { requester: asText(toggled(requester, id)) },
        )
      }
      onClear={() => change({ requester: undefined, organisation: undefined })}
    />
  );
}

/** Tags are typed whole: they are the source's words, and there may be thousands. */
export function TagFilter({ search, change }: CustomerFilterProps) {
  const [typed, setTyped] = useState('');
  const selected = valuesOf(search.tag);
  const tags = [...new Set([...valuesOf(typed), ...selected])];
  return (
    <Lookup
      label={messages.filter.tag}
      placeholder={messages.findTag}
      chosen={selected}
      isChosen={({ id }) => selected.includes(id)}
      typed={typed}
      onType={setTyped}
      found={tags.map((tag) => ({ kind: 'tag', id: tag, title: messages.taggedAs(tag), detail: null }))}
      onToggle={({ id }) => change({ tag: asText(toggled(selected, id)) })}
      onClear={() => change({ tag: undefined })}
    />
  );
}
