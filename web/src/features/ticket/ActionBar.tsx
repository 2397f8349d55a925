/** What can be done with a ticket, each with its key. On a read-only connection it is done where the ticket lives. */
import { ActionIcon, Anchor, Button, Menu } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import {
  IconArrowMerge,
  IconArrowUpRight,
  IconDots,
  IconExternalLink,
  IconHandGrab,
  IconLink,
  IconTags,
  IconUserShare,
} from '@tabler/icons-react';
import type { Priority as Level, Status } from '@watchdesk/domain/event';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { TicketView } from '../../api/client.ts';
import { useSession } from '../../session/session.ts';
import { KeyHint, Priority, StatusBadge } from '../../ui/index.ts';
import { messages } from './messages.ts';
import classes from './ticket.module.css';
import { PRIORITIES, STATUSES } from './terms.ts';
import type { Actions } from './use-actions.ts';

const words = messages.actions;

interface ActionBarProps {
  view: TicketView;
  actions: Actions;
  /** The viewer as an agent; null for those who only look. */
  agentId: string | null;
  /** On a phone the rarer ones move into the menu. */
  compact: boolean;
}

interface ChoiceProps<T extends string> {
  actions: Actions;
  name: 'priority' | 'status';
  values: readonly T[];
  current: T;
  draw: (value: T) => ReactNode;
  onChoose: (value: T) => void;
}

const drawPriority = (value: Level): ReactNode => <Priority value={value} />;
const drawStatus = (value: Status): ReactNode => <StatusBadge value={value} />;

function Choice<T extends string>({ actions, name, values, current, draw, onChoose }: ChoiceProps<T>) {
  return (
    <Menu opened={actions.form === name} onChange={(opened) => (opened ? actions.open(name) : actions.close())} position="bottom-end">
      <Menu.Target>
        <Button size="xs" variant="default" loading={actions.pending?.do === name} aria-keyshortcuts={name.charAt(0)}>
          {words[name]}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {values.map((value) => (
          <Menu.Item key={value} disabled={value === current} onClick={() => onChoose(value)}>
            {draw(value)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

const copyLink = async (): Promise<void> => {
  await navigator.clipboard.writeText(window.location.href);
  notifications.show({ message: words.copied });
};

function More({ view, actions, compact }: Omit<ActionBarProps, 'agentId'>) {
  const { url } = view.ticket;
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="default" size={30} aria-label={words.more}>
          <IconDots size={16} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {compact && view.connection.actions.includes('tag') && (
          <Menu.Item leftSection={<IconTags size={15} />} onClick={() => actions.open('tag')}>
            {words.tag}
          </Menu.Item>
        )}
        {compact && view.connection.actions.includes('escalate') && (
          <Menu.Item leftSection={<IconArrowUpRight size={15} />} onClick={() => actions.open('escalate')}>
            {words.escalate}
          </Menu.Item>
        )}
        {view.connection.actions.includes('merge') && (
          <Menu.Item
            leftSection={<IconArrowMerge size={15} />}
            rightSection={<KeyHint keys={['m']} />}
            onClick={() => actions.open('merge')}
          >
            {words.merge}
          </Menu.Item>
        )}
        <Menu.Item leftSection={<IconLink size={15} />} onClick={() => void copyLink()}>
          {words.copyLink}
        </Menu.Item>
        {url && (
          <Menu.Item component="a" href={url} target="_blank" rel="noopener noreferrer" leftSection={<IconExternalLink size={15} />}>
            {messages.openAt(view.connection.label)}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}

/** An administrator is told where it could be otherwise. */
function OrdersOff({ connection: { label, ordersOffAt } }: { connection: TicketView['connection'] }) {
  const isAdmin = useSession().scopes.includes('admin');
  if (ordersOffAt === null || !isAdmin) return null;
  return (
    <span className={classes['quiet']}>
      {messages.ordersOff(label)}{' '}
      <Anchor component={Link} size="sm" to={`/settings/connections/${ordersOffAt}`}>
        {messages.switchOn}
      </Anchor>
    </span>
  );
}

function OpenAtSource({ view }: { view: TicketView }) {
  const { url } = view.ticket;
  if (!url) return <span className={classes['quiet']}>{messages.readOnly(view.connection.label)}</span>;
  return (
    <Button
      component="a"
      href={url}
      target="_blank"
      rel="noopener noreferrer"
      size="xs"
      rightSection={<IconExternalLink size={14} aria-hidden="true" />}
    >
      {messages.openAt(view.connection.label)}
    </Button>
  );
}

export function ActionBar({ view, actions, agentId, compact }: ActionBarProps) {
  const { ticket, connection } = view;
  if (connection.actions.length === 0) {
    return (
      <>
        <OrdersOff connection={connection} />
        <OpenAtSource view={view} />
        <More view={view} actions={actions} compact={compact} />
      </>
    );
  }
  return (
    <>
      {agentId !== null && ticket.assignee === null && (
        <Button
          size="xs"
          loading={actions.pending?.do === 'claim'}
          leftSection={<IconHandGrab size={15} aria-hidden="true" />}
          aria-keyshortcuts="c"
          onClick={() => actions.run({ do: 'claim' })}
        >
          {words.claim}
        </Button>
      )}
      <Button
        size="xs"
        variant="default"
        leftSection={<IconUserShare size={15} aria-hidden="true" />}
        aria-keyshortcuts="a"
        onClick={() => actions.open('assign')}
      >
        {words.assign}
      </Button>
      <Choice
        actions={actions}
        name="priority"
        values={PRIORITIES}
        current={ticket.priority}
        draw={drawPriority}
        onChoose={(priority) => actions.run({ do: 'priority', priority })}
      />
      <Choice
        actions={actions}
        name="status"
        values={STATUSES}
        current={ticket.status}
        draw={drawStatus}
        onChoose={(status) => actions.run({ do: 'status', status })}
      />
      {!compact && (
        <Button
          size="xs"
          variant="default"
          leftSection={<IconTags size={15} aria-hidden="true" />}
          aria-keyshortcuts="t"
          onClick={() => actions.open('tag')}
        >
          {words.tag}
        </Button>
      )}
      {!compact && connection.actions.includes('escalate') && (
        <Button
          size="xs"
          variant="default"
          leftSection={<IconArrowUpRight size={15} aria-hidden="true" />}
          aria-keyshortcuts="e"
          onClick={() => actions.open('escalate')}
        >
          {words.escalate}
        </Button>
      )}
      <More view={view} actions={actions} compact={compact} />
    </>
  );
}
