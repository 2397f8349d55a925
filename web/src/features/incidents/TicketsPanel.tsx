/** The tickets that belong to it, with the way to link one that was found and to let one go. */
import { Button } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useState } from 'react';
import type { Incident } from '../../api/client.ts';
import { useIncidentDeed, useMayAct } from '../../incidents/index.ts';
import { TicketSelect } from '../../ticket-search/index.ts';
import {
  CardTable,
  CustomerName,
  ErrorState,
  Name,
  Panel,
  Priority,
  StatusBadge,
  TicketLink,
  ticketNumber,
  uiMessages,
} from '../../ui/index.ts';
import classes from './incidents.module.css';
import { words } from './messages.ts';
import { useIncidentTickets } from './use-incident.ts';

const said = words.tickets;

export function TicketsPanel({ incident }: { incident: Incident }) {
  const { data, error, refetch } = useIncidentTickets(incident);
  const [chosen, setChosen] = useState<string | null>(null);
  const deed = useIncidentDeed(incident.id, () => setChosen(null));
  const mayAct = useMayAct() && incident.stage !== 'dismissed';
  const tickets = data?.tickets ?? [];
  return (
    <Panel title={said.title} sentence={said.sentence(tickets.length, incident.ticketCount)} flush>
      {mayAct && (
        <form
          className={classes['find']}
          onSubmit={(event) => {
            event.preventDefault();
            if (chosen !== null) deed.mutate({ do: 'tickets', tickets: [chosen], is: true });
          }}
        >
          <TicketSelect
            aria-label={said.find}
            placeholder={said.hint}
            nothing={said.nothing}
            value={chosen}
            onChange={setChosen}
            size="sm"
          />
          <Button type="submit" size="sm" variant="default" disabled={chosen === null} loading={deed.isPending}>
            {said.link}
          </Button>
        </form>
      )}
      {(deed.error ?? error) && <ErrorState error={deed.error ?? error} compact retry={() => void refetch()} />}
      {data && tickets.length === 0 && <p className={classes['empty']}>{said.none}</p>}
      {tickets.length > 0 && (
        <CardTable columns={said.columns}>
          {tickets.map((ticket) => (
            <tr key={ticket.id}>
              <td data-label={said.columns.ticket} data-wide className={classes['ticket']}>
                <TicketLink id={ticket.id} />
                <span>{ticket.subject === null ? uiMessages.noSubject : <bdi>{ticket.subject}</bdi>}</span>
              </td>
              <td data-label={said.columns.customer}>
                <CustomerName organisation={ticket.organisation} requester={ticket.requester} />
              </td>
              <td data-label={said.columns.priority}>
                <Priority value={ticket.priority} />
              </td>
              <td data-label={said.columns.status}>
                <StatusBadge value={ticket.status} />
              </td>
              <td data-label={said.columns.assignee}>
                <Name of={ticket.assignee} nobody={uiMessages.nobody} />
              </td>
              <td data-label={said.columns.deed}>
                {mayAct && (
                  <Button
                    size="compact-sm"
                    variant="subtle"
                    color="gray"
                    aria-label={said.unlink(ticketNumber(ticket.id))}
                    disabled={deed.isPending}
                    onClick={() => deed.mutate({ do: 'tickets', tickets: [ticket.id], is: false })}
                  >
                    <IconX size={14} aria-hidden="true" />
                  </Button>
                )}
              </td>
            </tr>
          ))}
        </CardTable>
      )}
    </Panel>
  );
}
