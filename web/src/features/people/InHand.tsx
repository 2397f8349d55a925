/** The tickets that one person has in hand now, who waits longest first. */
import { Link } from '@tanstack/react-router';
import type { PersonProfile } from '../../api/client.ts';
import {
  Age,
  EmptyState,
  ErrorState,
  formatCount,
  Panel,
  Priority,
  RowsSkeleton,
  StatusBadge,
  TicketLink,
  uiMessages,
} from '../../ui/index.ts';
import classes from './agent.module.css';
import { messages } from './messages.ts';
import { useInHand } from './use-people.ts';

const words = messages.hand;

export function InHand({ person }: Pick<PersonProfile, 'person'>) {
  const { data, error, refetch } = useInHand(person.id);
  const all = (
    <Link to="/tickets" search={{ assignee: person.id, status: 'new,open,pending,on_hold' } as never} className={classes['all']}>
      {words.all}
    </Link>
  );
  const sentence = data && data.total > 0 ? words.sentence(formatCount(data.tickets.length), formatCount(data.total)) : undefined;
  return (
    <Panel title={words.title} sentence={sentence} actions={data && data.total > data.tickets.length ? all : undefined}>
      {!data && (error ? <ErrorState error={error} retry={() => void refetch()} compact /> : <RowsSkeleton rows={4} />)}
      {data?.total === 0 && (
        <EmptyState title={words.none} compact>
          {words.noneText}
        </EmptyState>
      )}
      {data && data.total > 0 && (
        <ul className={classes['tickets']}>
          {data.tickets.map((ticket) => (
            <li key={ticket.id}>
              <Priority value={ticket.priority} />
              <span className={classes['subject']}>
                <TicketLink id={ticket.id}>{ticket.subject ?? uiMessages.noSubject}</TicketLink>
              </span>
              {ticket.waitingSince ? <Age since={ticket.waitingSince} /> : <StatusBadge value={ticket.status} raw={ticket.rawStatus} />}
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
