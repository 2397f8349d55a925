/** What can be done about all alerts that are chosen, and what came of it. Each is done by itself, so that one that cannot be leaves the others done. */
import { Button, Checkbox, Menu } from '@mantine/core';
import { IconCheck, IconChevronDown, IconCircleCheck } from '@tabler/icons-react';
import { use } from 'react';
import { type Deed, mayAcknowledge, maySnooze, useDeeds } from '../../alerts/index.ts';
import { SNOOZES } from '../../notices/index.ts';
import { ClockContext, problemOf } from '../../ui/index.ts';
import classes from './alerts.module.css';
import { words } from './messages.ts';
import type { Chosen } from './use-chosen.ts';

const said = words.chosen;
const MINUTE_MS = 60_000;

interface ChosenBarProps {
  chosen: Chosen;
  /** How many there are to choose from. */
  count: number;
}

export function ChosenBar({ chosen, count }: ChosenBarProps) {
  const clock = use(ClockContext);
  const deeds = useDeeds(chosen.clear);
  const { alerts } = chosen;
  const [toAcknowledge, toSnooze] = [alerts.filter(mayAcknowledge), alerts.filter(maySnooze)];
  const act = (deed: Deed, of: readonly { readonly id: string }[]) => deeds.mutate({ deed, ids: of.map(({ id }) => id) });
  const { isPending, data } = deeds;
  const shared = { size: 'compact-sm', variant: 'default' } as const;
  return (
    <div className={classes['chosen']} role="toolbar" aria-label={said.label}>
      <Checkbox
        size="xs"
        label={alerts.length === 0 ? said.all : said.count(alerts.length)}
        checked={alerts.length > 0 && alerts.length === count}
        indeterminate={alerts.length > 0 && alerts.length < count}
        onChange={chosen.toggleAll}
      />
      {alerts.length > 0 && (
        <>
          <Button
            {...shared}
            leftSection={<IconCheck size={14} aria-hidden="true" />}
            disabled={isPending || toAcknowledge.length === 0}
            onClick={() => act({ type: 'acknowledge' }, toAcknowledge)}
          >
            {said.acknowledge(toAcknowledge.length)}
          </Button>
          <Menu position="bottom-start">
            <Menu.Target>
              <Button
                {...shared}
                rightSection={<IconChevronDown size={13} aria-hidden="true" />}
                disabled={isPending || toSnooze.length === 0}
              >
                {said.snooze(toSnooze.length)}
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              {SNOOZES.map(({ minutes, label }) => (
                <Menu.Item
                  key={minutes}
                  onClick={() => act({ type: 'snooze', until: new Date(clock.now() + minutes * MINUTE_MS).toISOString() }, toSnooze)}
                >
                  {label}
                </Menu.Item>
              ))}
            </Menu.Dropdown>
          </Menu>
          <Button
            {...shared}
            leftSection={<IconCircleCheck size={14} aria-hidden="true" />}
            disabled={isPending}
            onClick={() => act({ type: 'resolve' }, alerts)}
          >
            {said.resolve(alerts.length)}
          </Button>
        </>
      )}
      <span role="status">
        {isPending && said.doing}
        {data && said.done(data.done)}
        {data &&
          data.failed.length > 0 &&
          ` ${said.failed(data.failed.length, problemOf(data.failed[0]).detail ?? problemOf(data.failed[0]).title)}`}
      </span>
    </div>
  );
}
