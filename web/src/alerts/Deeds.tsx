/** What can be done about an alert: say that somebody is on it, let it be silent for a while, say that it is over. */
import { Button, Menu } from '@mantine/core';
import { IconCheck, IconChevronDown, IconCircleCheck } from '@tabler/icons-react';
import { use } from 'react';
import type { Alert } from '../api/client.ts';
import { SNOOZES } from '../notices/index.ts';
import { useSession } from '../session/session.ts';
import { ClockContext, ErrorState } from '../ui/index.ts';
import { isOver, mayAcknowledge, maySnooze } from './alert-status.ts';
import classes from './alerts.module.css';
import { messages } from './messages.ts';
import { useDeed } from './use-deed.ts';

const said = messages.deeds;
const MINUTE_MS = 60_000;

/** Who only looks on changes nothing. The server decides; this spares a vain try. */
export const useMayAct = (): boolean => useSession().scopes.includes('tickets:write');

interface DeedsProps {
  alert: Pick<Alert, 'id' | 'title' | 'status'>;
  /** In a list, where the first deeds are enough. */
  isShort?: boolean;
  /** Something was done about it. */
  onDone?: () => void;
}

export function Deeds({ alert, isShort = false, onDone }: DeedsProps) {
  const clock = use(ClockContext);
  const deed = useDeed(alert.id, onDone);
  const { isPending, error } = deed;
  if (!useMayAct() || isOver(alert)) return null;
  const size = isShort ? 'compact-sm' : 'xs';
  return (
    <div className={classes['deeds']}>
      {mayAcknowledge(alert) && (
        <Button
          size={size}
          variant={isShort ? 'default' : 'filled'}
          leftSection={<IconCheck size={14} aria-hidden="true" />}
          loading={isPending && deed.variables.type === 'acknowledge'}
          disabled={isPending}
          aria-label={isShort ? said.acknowledgeOf(alert.title) : undefined}
          data-acknowledge
          onClick={() => deed.mutate({ type: 'acknowledge' })}
        >
          {said.acknowledge}
        </Button>
      )}
      {maySnooze(alert) && (
        <Menu position="bottom-end">
          <Menu.Target>
            <Button
              size={size}
              variant="default"
              rightSection={<IconChevronDown size={13} aria-hidden="true" />}
              disabled={isPending}
              aria-label={isShort ? said.snoozeOf(alert.title) : undefined}
            >
              {said.snooze}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {SNOOZES.map(({ minutes, label }) => (
              <Menu.Item
                key={minutes}
                onClick={() => deed.mutate({ type: 'snooze', until: new Date(clock.now() + minutes * MINUTE_MS).toISOString() })}
              >
                {label}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
      {!isShort && (
        <Button
          size={size}
          variant="default"
          leftSection={<IconCircleCheck size={14} aria-hidden="true" />}
          loading={isPending && deed.variables.type === 'resolve'}
          disabled={isPending}
          onClick={() => deed.mutate({ type: 'resolve' })}
        >
          {said.resolve}
        </Button>
      )}
      {error && <ErrorState error={error} compact />}
    </div>
  );
}
