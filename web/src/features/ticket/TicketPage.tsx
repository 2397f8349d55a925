/** A ticket: its story, the person behind it, where the time went, and everything one can do about it. */
import { Button, SegmentedControl } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useMemo, useRef, useState } from 'react';
import type { TicketView } from '../../api/client.ts';
import { TicketRuns } from '../../automation-runs/index.ts';
import { TicketIncidents } from '../../incidents/index.ts';
import { useSession } from '../../session/session.ts';
import { TicketAlerts } from '../../ticket-alerts/index.ts';
import { Orders } from '../../ticket-orders/index.ts';
import { BlockSkeleton, ErrorState, hasName, problemOf, ticketNumber } from '../../ui/index.ts';
import { ActionBar } from './ActionBar.tsx';
import { Composer } from './Composer.tsx';
import { CustomerPanel } from './CustomerPanel.tsx';
import { DetailsPanel } from './DetailsPanel.tsx';
import { Failure } from './Failure.tsx';
import { AssignForm } from './AssignForm.tsx';
import { EscalateForm } from './EscalateForm.tsx';
import { MergeForm } from './MergeForm.tsx';
import { Header } from './Header.tsx';
import { messages } from './messages.ts';
import { PromisesPanel } from './PromisesPanel.tsx';
import { Story } from './Story.tsx';
import classes from './ticket.module.css';
import { TagsForm } from './TagsForm.tsx';
import { TimePanel } from './TimePanel.tsx';
import { useActions, type Actions } from './use-actions.ts';
import { useDraft } from './use-draft.ts';
import { useTicket } from './use-ticket.ts';
import { useTicketKeys } from './use-ticket-keys.ts';
import { VIEWS } from './views.ts';

const NARROW = '(max-width: 62em)';
const PHONE = '(max-width: 48em)';

function Context({ view }: { view: TicketView }) {
  return (
    <div className={classes['context']}>
      <PromisesPanel id={view.ticket.id} />
      <TicketIncidents id={view.ticket.id} />
      <TicketAlerts id={view.ticket.id} />
      <CustomerPanel customer={view.customer} />
      <TimePanel ticket={view.ticket} />
      <TicketRuns id={view.ticket.id} />
      <DetailsPanel view={view} />
    </div>
  );
}

function Forms({ view: { ticket }, actions }: { view: TicketView; actions: Actions }) {
  switch (actions.form) {
    case 'assign':
      return <AssignForm ticket={ticket} actions={actions} />;
    case 'escalate':
      return <EscalateForm ticket={ticket} actions={actions} />;
    case 'tag':
      return <TagsForm ticket={ticket} actions={actions} />;
    case 'merge':
      return <MergeForm ticket={ticket} actions={actions} />;
    case 'priority':
    case 'status':
    case null:
      return null;
  }
}

function Workplace({ view, story }: { view: TicketView; story: ReturnType<typeof useTicket> }) {
  const { ticket, connection } = view;
  const { at, event } = useSearch({ from: '/inside/tickets/$ticketId' });
  const moment = useMemo(() => (at === undefined ? undefined : { at, event }), [at, event]);
  const { person } = useSession();
  const navigate = useNavigate();
  const actions = useActions(ticket.id, connection.isOrdered ? connection.label : null);
  const draft = useDraft(ticket.id);
  const writing = useRef<HTMLTextAreaElement>(null);
  const [shown, setShown] = useState<(typeof VIEWS)[number]>('all');
  const [part, setPart] = useState<'work' | 'context'>('work');
  const narrow = useMediaQuery(NARROW) ?? false;
  const phone = useMediaQuery(PHONE) ?? false;
  // What was merged lives on in the survivor: acting on it here would be lost on everybody.
  const writable = connection.actions.length > 0 && ticket.mergedInto === null;
  const mayClaim = writable && person.agentId !== null && ticket.assignee === null;

  useTicketKeys({
    actions,
    can: (action) => writable && connection.actions.includes(action),
    claim: mayClaim ? () => actions.run({ do: 'claim' }) : null,
    write: (kind) => {
      setPart('work');
      draft.setKind(kind);
      writing.current?.focus();
    },
    back: () => void navigate({ to: '/tickets' }),
    nextView: () => setShown(VIEWS[(VIEWS.indexOf(shown) + 1) % VIEWS.length] ?? 'all'),
  });

  return (
    <div className={classes['page']}>
      <Header ticket={ticket}>
        {(ticket.mergedInto === null || connection.actions.length === 0) && (
          <ActionBar view={view} actions={actions} agentId={person.agentId} compact={phone} />
        )}
      </Header>
      {actions.form === null && <Failure actions={actions} />}
      {narrow && (
        <SegmentedControl
          className={classes['parts']}
          aria-label={messages.parts.label}
          value={part}
          onChange={setPart}
          data={[
            { value: 'work' as const, label: messages.parts.work },
            { value: 'context' as const, label: messages.parts.context },
          ]}
        />
      )}
      <div className={classes['columns']}>
        {(!narrow || part === 'work') && (
          <div className={classes['work']}>
            <Story ticket={ticket} story={story} shown={shown} onShow={setShown} moment={moment} pending={actions.pending} />
            <Orders
              view={view}
              onWriteAgain={(kind, text) => {
                draft.write(kind, text);
                writing.current?.focus();
              }}
            />
            {writable && (
              <Composer draft={draft} actions={actions} customer={hasName(ticket.requester) ? ticket.requester.name : null} ref={writing} />
            )}
          </div>
        )}
        {(!narrow || part === 'context') && <Context view={view} />}
      </div>
      <Forms view={view} actions={actions} />
    </div>
  );
}

function ToList() {
  return (
    <Button component={Link} to="/tickets" size="xs" variant="default">
      {messages.allTickets}
    </Button>
  );
}

export function TicketPage() {
  const { ticketId } = useParams({ from: '/inside/tickets/$ticketId' });
  const story = useTicket(ticketId);
  const { data, error, refetch } = story.view;
  // What is no id at all cannot be mended by asking again either; what was there may be out of sight by now.
  if (error && [400, 404].includes(problemOf(error).status)) return <ErrorState error={error} action={<ToList />} />;
  if (data) return <Workplace key={ticketId} view={data} story={story} />;
  if (error) return <ErrorState error={error} retry={() => void refetch()} />;
  return (
    <div className={classes['loading']} aria-label={ticketNumber(ticketId)}>
      <BlockSkeleton height={88} />
      <BlockSkeleton height="60vh" />
    </div>
  );
}
