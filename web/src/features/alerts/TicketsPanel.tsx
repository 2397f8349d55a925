/** The tickets that caused an alert: those that hold it still first. */
import type { Priority as PriorityLevel, Status } from '@watchdesk/domain/event';
import { CardTable, CustomerName, Instant, Name, Panel, Priority, StatusBadge, TicketLink, uiMessages } from '../../ui/index.ts';
import { heldBy } from './alert-words.ts';
import classes from './alerts.module.css';
import { words } from './messages.ts';
import type { AlertDetail } from './use-alerts.ts';

const said = words.one;
const columns = said.ticketColumns;

/** Of numbers nothing holds it but the number. */
const isOfNumber = ({ kind }: Pick<AlertDetail, 'kind'>): boolean => kind === 'metric' || kind === 'anomaly';

export function TicketsPanel({ alert }: { alert: AlertDetail }) {
  const { ofTickets, tickets } = alert;
  if (alert.kind === 'schedule' || alert.kind === 'connection') return null;
  const sorted = ofTickets.toSorted((a, b) => Number(a.releasedAt !== null) - Number(b.releasedAt !== null));
  if (sorted.length === 0)
    return (
      <Panel title={said.tickets}>
        <p className={classes['hint']}>{isOfNumber(alert) ? said.noTickets : said.noneSeen}</p>
      </Panel>
    );
  return (
    <Panel title={said.tickets} sentence={said.ticketsSentence(heldBy(alert), tickets)} flush>
      <CardTable columns={columns}>
        {sorted.map(({ id, subject, requester, organisation, priority, status, team, assignee, since, releasedAt }) => (
          <tr key={id} data-over={releasedAt !== null || undefined}>
            <td data-label={columns.ticket} data-wide className={classes['ticket']}>
              <TicketLink id={id} />
              <span>{subject === null ? uiMessages.noSubject : <bdi>{subject}</bdi>}</span>
            </td>
            <td data-label={columns.customer} className={classes['named']}>
              <CustomerName organisation={organisation} requester={requester} />
            </td>
            <td data-label={columns.priority}>
              <Priority value={priority as PriorityLevel} />
            </td>
            <td data-label={columns.status}>
              <StatusBadge value={status as Status} />
            </td>
            <td data-label={columns.team} className={classes['named']}>
              <Name of={team} />
            </td>
            <td data-label={columns.assignee} className={classes['named']}>
              <Name of={assignee} nobody={uiMessages.nobody} />
            </td>
            <td data-label={columns.since} className={classes['held']}>
              <Instant at={since} />
              {releasedAt !== null && (
                <span>
                  {said.until} <Instant at={releasedAt} />
                </span>
              )}
            </td>
          </tr>
        ))}
      </CardTable>
    </Panel>
  );
}
