/** A ticket in three lines: what it is about, its marks, and whether its customer waits. */
import type { TicketRow } from '../api/client.ts';
import { ClockBadge } from '../clocks/index.ts';
import { Age, ChannelIcon, Escalation, Priority, StatusBadge, uiMessages } from '../ui/index.ts';
import { messages } from './messages.ts';
import classes from './side-panel.module.css';

export function Summary({ ticket }: { ticket: TicketRow }) {
  return (
    <>
      <h2 className={classes['subject']}>{ticket.subject ?? uiMessages.noSubject}</h2>
      <div className={classes['marks']}>
        <Priority value={ticket.priority} />
        <StatusBadge value={ticket.status} raw={ticket.rawStatus} />
        <ChannelIcon value={ticket.channel} named />
        <ClockBadge clocks={ticket.clocks} />
        {ticket.lastEscalation && <Escalation kind={ticket.lastEscalation.kind} />}
      </div>
      <p className={classes['wait']} data-waiting={ticket.waitingSince !== null || undefined}>
        {ticket.waitingSince ? (
          <>
            {messages.waiting} <Age since={ticket.waitingSince} />
          </>
        ) : (
          messages.notWaiting
        )}
      </p>
    </>
  );
}
