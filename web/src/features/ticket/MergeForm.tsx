/** Merging the ticket into another one, which is found by its number or its subject. */
import { Select, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { skipToken, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { answered, api } from '../../api/answers.ts';
import { ticketNumber } from '../../ui/index.ts';
import { FormFrame, type FormProps } from './FormFrame.tsx';
import { messages } from './messages.ts';

export function MergeForm({ ticket, actions }: FormProps) {
  const navigate = useNavigate();
  const [typed, setTyped] = useState('');
  const [into, setInto] = useState<string | null>(null);
  const [q] = useDebouncedValue(typed.trim(), 200);
  const { data } = useQuery({
    queryKey: ['search', 'tickets', q],
    queryFn: q === '' ? skipToken : ({ signal }) => answered(api.GET('/api/v1/search', { params: { query: { q, limit: 20 } }, signal })),
  });
  const found = (data?.results ?? []).filter(({ kind, id }) => kind === 'ticket' && id !== ticket.id);
  const merge = (): void => {
    if (into === null) return;
    actions.run({ do: 'merge', into }, () => void navigate({ to: '/tickets/$ticketId', params: { ticketId: into } }));
  };
  return (
    <FormFrame title={messages.merge.title} submit={messages.merge.submit} actions={actions} ready={into !== null} onSubmit={merge}>
      <Select
        label={messages.merge.into}
        description={messages.merge.hint}
        searchable
        data-autofocus
        value={into}
        onChange={setInto}
        searchValue={typed}
        onSearchChange={setTyped}
        filter={({ options }) => options}
        nothingFoundMessage={q === '' ? undefined : messages.merge.nothing}
        data={found.map(({ id, title }) => ({ value: id, label: `${ticketNumber(id)} ${title}` }))}
      />
      {into && <Text size="sm">{messages.merge.means(ticketNumber(ticket.id), ticketNumber(into))}</Text>}
    </FormFrame>
  );
}
