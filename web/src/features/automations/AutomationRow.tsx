/** One automation in the list. */
import { ActionIcon, Switch } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { Automation } from '../../api/client.ts';
import { formatCount, problemOf, Relative, StateWord } from '../../ui/index.ts';
import classes from './automations.module.css';
import { messages } from './messages.ts';
import { useSwitchAutomation } from './use-automations.ts';

const words = messages.list;

interface AutomationRowProps {
  automation: Automation;
  /** How many there are. */
  count: number;
  /** Null for who may only read. */
  onMove: ((by: -1 | 1) => void) | null;
  isMoving: boolean;
}

export function AutomationRow({ automation, count, onMove, isMoving }: AutomationRowProps) {
  const { id, place, spec, sentence, enabledAt, lastRunAt, runsOfWeek, stoppedOfWeek } = automation;
  const { columns } = words;
  const { name } = spec;
  return (
    <tr data-over={enabledAt === null || undefined}>
      <td data-label={columns.place}>
        <span className={classes['place-of']}>
          {place}
          {onMove && (
            <>
              <ActionIcon
                variant="subtle"
                color="gray"
                size={24}
                aria-label={words.up(name)}
                disabled={place === 1 || isMoving}
                onClick={() => onMove(-1)}
              >
                <IconArrowUp size={15} stroke={1.7} />
              </ActionIcon>
              <ActionIcon
                variant="subtle"
                color="gray"
                size={24}
                aria-label={words.down(name)}
                disabled={place === count || isMoving}
                onClick={() => onMove(1)}
              >
                <IconArrowDown size={15} stroke={1.7} />
              </ActionIcon>
            </>
          )}
        </span>
      </td>
      <td data-label={columns.state}>
        <State automation={automation} mayWrite={onMove !== null} />
      </td>
      <td data-label={columns.name} data-wide>
        <Link to="/automations/$automationId" params={{ automationId: id }} className={classes['name']}>
          <bdi>{name}</bdi>
        </Link>
        <p className={classes['sentence']}>{sentence}</p>
      </td>
      <td data-label={columns.last}>
        {lastRunAt === null ? <span className={classes['quiet']}>{words.never}</span> : <Relative at={lastRunAt} />}
      </td>
      <td data-label={columns.week}>
        <span className={classes['number']}>{formatCount(runsOfWeek)}</span>
        {stoppedOfWeek > 0 && (
          <div>
            <StateWord tone="warning">{words.stopped(stoppedOfWeek)}</StateWord>
          </div>
        )}
      </td>
    </tr>
  );
}

/** Switching it on says what it will do in the sentence beside it; what came before is nothing to it. */
function State({ automation: { id, spec, enabledAt }, mayWrite }: { automation: Automation; mayWrite: boolean }) {
  const change = useSwitchAutomation(id);
  const isOn = enabledAt !== null;
  if (!mayWrite) return <StateWord tone={isOn ? 'good' : 'idle'}>{isOn ? words.on : words.off}</StateWord>;
  return (
    <Switch
      size="sm"
      label={isOn ? words.on : words.off}
      aria-label={words.switchOf(spec.name)}
      checked={isOn}
      disabled={change.isPending}
      error={change.error ? (problemOf(change.error).detail ?? problemOf(change.error).title) : undefined}
      onChange={({ currentTarget: { checked } }) => change.mutate(checked)}
    />
  );
}
