/** Merging the ticket into another one, which is found by its number or its subject. */
import { Text } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { TicketSelect } from '../../ticket-search/index.ts';
import { ticketNumber } from '../../ui/index.ts';
import { FormFrame, type FormProps } from './FormFrame.tsx';
import { messages } from './messages.ts';

export function MergeForm({ ticket, actions }: FormProps) {
  const navigate = useNavigate();
  const [into, setInto] = useState<string | null>(null);
  const merge = (): void => {
    if (into === null) return;
    actions.run({ do: 'merge', into }, () => void navigate({ to: '/tickets/$ticketId', params: { ticketId: into } }));
  };
  return (
    <FormFrame title={messages.merge.title} submit={messages.merge.submit} actions={actions} ready={into !== null} onSubmit={merge}>
      <TicketSelect
        label={messages.merge.into}
        description={messages.merge.hint}
        data-autofocus
        value={into}
        except={ticket.id}
        nothing={messages.merge.nothing}
        onChange={setInto}
      />
      {into && <Text size="sm">{messages.merge.means(ticketNumber(ticket.id), ticketNumber(into))}</Text>}
    </FormFrame>
  );
}
