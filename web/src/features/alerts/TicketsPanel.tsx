/** The tickets that caused an alert: those that hold it still first. */
import type { Priority as PriorityLevel, Status } from '@watchdesk/domain/event';
import { CardTable, Instant, Panel, Priority, StatusBadge, TicketLink } from '../../ui/index.ts';
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
        {sorted.map(({ id, priority, status, since, releasedAt }) => (
          <tr key={id} data-over={releasedAt !== null || undefined}>
            <td data-label={columns.ticket}>
              <TicketLink id={id} />
            </td>
            <td data-label={columns.priority}>
              <Priority value={priority as PriorityLevel} />
            </td>
            <td data-label={columns.status}>
              <StatusBadge value={status as Status} />
            </td>
            <td data-label={columns.since}>
              <Instant at={since} />
            </td>
            <td data-label={columns.over}>{releasedAt === null ? said.still : <Instant at={releasedAt} />}</td>
          </tr>
        ))}
      </CardTable>
    </Panel>
  );
}
