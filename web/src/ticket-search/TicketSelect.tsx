/** One ticket, found by its number or its subject. */
import { Select, type SelectProps } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { skipToken, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { answered, api } from '../api/answers.ts';
import { ticketNumber } from '../ui/index.ts';

interface TicketSelectProps extends Omit<SelectProps, 'data' | 'value' | 'onChange' | 'searchable'> {
  value: string | null;
  /** Not offered. */
  except?: string;
  /** What is said where none is found. */
  nothing: string;
  onChange: (id: string | null) => void;
}

const TYPING_MS = 200;

export function TicketSelect({ value, except, nothing, onChange, ...field }: TicketSelectProps) {
  const [typed, setTyped] = useState('');
  const [q] = useDebouncedValue(typed.trim(), TYPING_MS);
  const { data } = useQuery({
    queryKey: ['search', 'tickets', q],
    queryFn: q === '' ? skipToken : ({ signal }) => answered(api.GET('/api/v1/search', { params: { query: { q, limit: 20 } }, signal })),
  });
  const found = (data?.results ?? []).filter(({ kind, id }) => kind === 'ticket' && id !== except);
  const options = found.map(({ id, title }) => ({ value: id, label: `${ticketNumber(id)} ${title}` }));
  // What is chosen stays chosen, though it was found by other words or not at all.
  const chosen = value === null || options.some((one) => one.value === value) ? [] : [{ value, label: ticketNumber(value) }];
  return (
    <Select
      {...field}
      searchable
      value={value}
      onChange={onChange}
      searchValue={typed}
      onSearchChange={setTyped}
      filter={({ options: all }) => all}
      nothingFoundMessage={q === '' ? undefined : nothing}
      data={[...chosen, ...options]}
    />
  );
}
