/** Who has the ticket and how urgent it is, both changed in place. */
import { Button, Select } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import type { Priority } from '@watchdesk/domain/event';
import { useTicketAction, type TicketAction } from '../../api/index.ts';
import type { QueueAgent, TicketRow } from '../../api/client.ts';
import { useSession } from '../../session/session.ts';
import { problemOf, uiMessages } from '../../ui/index.ts';
import { messages } from './messages.ts';
import classes from './panel.module.css';
import { useTake } from './use-queue.ts';

const words = messages.panel;
const NOBODY = 'none';

const told = (error: unknown): void => {
  const { title, detail } = problemOf(error);
  notifications.show({ title: messages.failed.act, message: detail ?? title, color: 'red', autoClose: 8_000 });
};

/** One action on the ticket, whose refusal is said and never swallowed. */
export function useAct(id: string) {
  const action = useTicketAction(id);
  // The promise and not `mutate`'s callbacks, which are forgotten when the panel is closed before the answer.
  const act = (wanted: TicketAction, onDone?: () => void): void => void action.mutateAsync(wanted).then(onDone, told);
  return { act, isActing: action.isPending };
}

const holders = (agents: readonly QueueAgent[], holder: TicketRow['assignee']) => {
  const people = agents.map(({ id, name, state, openTickets }) => ({
    value: id,
    label: `${name} · ${uiMessages.presence[state].toLowerCase()}, ${messages.people.load(openTickets).toLowerCase()}`,
  }));
  const unknown = holder && !agents.some(({ id }) => id === holder.id) ? [{ value: holder.id, label: holder.name }] : [];
  return [{ value: NOBODY, label: words.nobody }, ...unknown, ...people];
};

export function HolderBar({ ticket, agents }: { ticket: TicketRow; agents: readonly QueueAgent[] }) {
  const { person } = useSession();
  const { act, isActing } = useAct(ticket.id);
  const { take, isTaking } = useTake();
  const done = ticket.status === 'resolved' || ticket.status === 'closed';
  const assign = (value: string | null): void => {
    if (value !== null) act({ do: 'assign', assignee: value === NOBODY ? null : value });
  };
  return (
    <div className={classes['holder']}>
      <Select
        size="xs"
        label={words.assignee}
        searchable
        allowDeselect={false}
        value={ticket.assignee?.id ?? NOBODY}
        data={holders(agents, ticket.assignee)}
        disabled={isActing || done}
        onChange={assign}
        className={classes['assignee']}
      />
      <Select
        size="xs"
        label={messages.filters.priority}
        allowDeselect={false}
        value={ticket.priority}
        data={Object.entries(uiMessages.priority).map(([value, label]) => ({ value, label: `${value}, ${label.split(', ')[1]}` }))}
        disabled={isActing || done}
        className={classes['priority']}
        onChange={(value) => value !== null && act({ do: 'priority', priority: value as Priority })}
      />
      {!ticket.assignee && !done && person.agentId && (
        <Button size="xs" loading={isTaking} onClick={() => take(ticket)} className={classes['claim']}>
          {messages.claim}
        </Button>
      )}
    </div>
  );
}
