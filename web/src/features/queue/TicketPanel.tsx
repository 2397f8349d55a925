/** A ticket beside the queue: who the customer is, and everything one does to it. */
import { Anchor } from '@mantine/core';
import { IconExternalLink } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import type { Queue, TicketRow, TicketView } from '../../api/client.ts';
import { useKeys } from '../../keys/use-keys.ts';
import { useSession } from '../../session/session.ts';
import { sidePanelMessages, TicketSidePanel, type TicketShown } from '../../side-panel/index.ts';
import { Orders } from '../../ticket-orders/index.ts';
import { Composer } from './Composer.tsx';
import { CustomerCard } from './CustomerCard.tsx';
import { HolderBar } from './HolderBar.tsx';
import { messages } from './messages.ts';
import classes from './panel.module.css';

const words = messages.panel;

/** Where the connection only reads, the vendor's page is where one works; a looker-on is told why there are no buttons. */
function Doing({ ticket, view, queue }: { ticket: TicketRow; view: TicketView; queue: Queue }) {
  const { person } = useSession();
  if (view.connection.actions.length === 0)
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
      {!person.agentId && <p className={classes['closed']}>{words.noAgent}</p>}
    </>
  );
}

function Answering({ ticket, view }: TicketShown) {
  const { person } = useSession();
  if (!view) return null;
  return (
    <>
      <Orders view={view} />
      {view.connection.actions.includes('reply') && person.agentId && <Composer ticket={ticket} />}
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
  useKeys(messages.keys.title, [{ keys: 'Escape', label: sidePanelMessages.close, run: close }]);
  return { close, panel };
}

export function TicketPanel({ id, queue }: { id: string; queue: Queue }) {
  const { close, panel } = useClose(id);
  const row = [...queue.waiting, ...queue.handling, ...queue.resolvedLastHour].find((item) => item.id === id);
  return (
    <TicketSidePanel ref={panel} id={id} row={row} onClose={close} className={classes['panel']} footer={Answering}>
      {({ ticket, view }) => (
        <>
          <CustomerCard customer={view?.customer ?? null} ticket={ticket} />
          {view && <Doing ticket={ticket} view={view} queue={queue} />}
        </>
      )}
    </TicketSidePanel>
  );
}
