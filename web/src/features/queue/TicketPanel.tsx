/** A ticket beside the queue: what it is, who the customer is, what was said last, and everything one does to it. */
import { Anchor, Button, CloseButton } from '@mantine/core';
import { IconArrowsDiagonal, IconExternalLink } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { ticketQuery } from '../../api/index.ts';
import type { Queue, TicketRow, TicketView } from '../../api/client.ts';
import { useKeys } from '../../keys/use-keys.ts';
import { useTopics } from '../../live/live.tsx';
import { useSession } from '../../session/session.ts';
import { Age, ChannelIcon, ErrorState, Priority, ScrollRegion, StatusBadge, TextSkeleton, ticketNumber } from '../../ui/index.ts';
import { Composer } from './Composer.tsx';
import { CustomerCard } from './CustomerCard.tsx';
import { HolderBar } from './HolderBar.tsx';
import { LastMessages } from './LastMessages.tsx';
import { messages } from './messages.ts';
import classes from './panel.module.css';

const words = messages.drawer;

function Summary({ ticket }: { ticket: TicketRow }) {
  return (
    <>
      <h2 className={classes['subject']}>{ticket.subject ?? messages.noSubject}</h2>
      <div className={classes['marks']}>
        <Priority value={ticket.priority} />
        <StatusBadge value={ticket.status} raw={ticket.rawStatus} />
        <ChannelIcon value={ticket.channel} named />
        {ticket.lastEscalation && <span className={classes['escalation']}>{messages.escalation[ticket.lastEscalation.kind]}</span>}
      </div>
      <p className={classes['wait']} data-waiting={ticket.waitingSince !== null || undefined}>
        {ticket.waitingSince ? (
          <>
            {words.waiting} <Age since={ticket.waitingSince} />
          </>
        ) : (
          words.notWaiting
        )}
      </p>
    </>
  );
}

/** Where the connection only reads, the vendor's page is where one works; a looker-on is told why there are no buttons. */
function Doing({ ticket, view, queue }: { ticket: TicketRow; view: TicketView; queue: Queue }) {
  const { persona } = useSession();
  if (!view.connection.writable)
    return (
      <div className={classes['closed']}>
        {words.readOnly(view.connection.label)}{' '}
        {ticket.url && (
          <Anchor href={ticket.url} target="_blank" rel="noreferrer" size="sm">
            {words.openSource} <IconExternalLink size={13} aria-hidden="true" />
          </Anchor>
        )}
      </div>
    );
  return (
    <>
      <HolderBar ticket={ticket} agents={queue.agents} />
      {!persona.agentId && <p className={classes['closed']}>{words.noAgent}</p>}
    </>
  );
}

function useClose(id: string) {
  const navigate = useNavigate({ from: '/queue' });
  const panel = useRef<HTMLElement>(null);
  const close = (): void => {
    void navigate({ search: ({ open: _, ...rest }) => rest, replace: true, resetScroll: false });
    // Back to the card that it came from, so that the keyboard goes on where it was.
    document.querySelector<HTMLElement>(`[data-card][href*="${CSS.escape(encodeURIComponent(id))}"]`)?.focus();
  };
  useEffect(() => panel.current?.focus({ preventScroll: true }), []);
  useKeys(messages.keys.title, [{ keys: 'Escape', label: words.close, run: close }]);
  return { close, panel };
}

export function TicketPanel({ id, queue }: { id: string; queue: Queue }) {
  useTopics(`ticket:${id}`);
  const { data: view, error, refetch } = useQuery(ticketQuery(id));
  const { persona } = useSession();
  const { close, panel } = useClose(id);
  const row = [...queue.waiting, ...queue.handling, ...queue.resolvedLastHour].find((item) => item.id === id);
  const ticket: TicketRow | undefined = view && row && view.ticket.version < row.version ? row : (view?.ticket ?? row);
  return (
    <aside ref={panel} tabIndex={-1} className={classes['panel']} aria-label={ticket?.subject ?? ticketNumber(id)}>
      <div className={classes['bar']}>
        <span className={classes['number']} title={id}>
          {ticketNumber(id)}
        </span>
        <Button
          component={Link}
          to="/tickets/$ticketId"
          params={{ ticketId: id } as never}
          size="compact-sm"
          variant="default"
          leftSection={<IconArrowsDiagonal size={14} aria-hidden="true" />}
        >
          {words.page}
        </Button>
        <CloseButton aria-label={words.close} title="Esc" onClick={close} />
      </div>
      <ScrollRegion className={classes['body']} label={words.body}>
        {ticket && <Summary ticket={ticket} />}
        {!view && (error ? <ErrorState error={error} retry={() => void refetch()} compact /> : <TextSkeleton lines={6} />)}
        {view && ticket && (
          <>
            <CustomerCard customer={view.customer} ticket={ticket} />
            <Doing ticket={ticket} view={view} queue={queue} />
            <LastMessages id={ticket.id} />
          </>
        )}
      </ScrollRegion>
      {view?.connection.writable && ticket && persona.agentId && <Composer ticket={ticket} />}
    </aside>
  );
}
