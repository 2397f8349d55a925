/** Which columns are shown, their order, and how dense the rows are. */
import { ActionIcon, Button, Checkbox, Popover, ScrollArea, SegmentedControl } from '@mantine/core';
import { IconChevronDown, IconChevronUp, IconColumns3 } from '@tabler/icons-react';
import { usualColumns, moved } from './column-memory.ts';
import { COLUMNS, type ColumnId } from './columns.tsx';
import { messages } from './messages.ts';
import classes from './tickets.module.css';
import type { Columns } from './use-columns.ts';

function Entry({ id, columns }: { id: ColumnId; columns: Columns }) {
  const { memory, remember } = columns;
  const name = messages.column[id];
  const alone = memory.visibility[id] === true && Object.values(memory.visibility).filter(Boolean).length === 1;
  const move = (by: 1 | -1): void => remember((before) => ({ ...before, order: moved(before.order, id, by) }));
  return (
    <li className={classes['entry']}>
      <Checkbox
        size="xs"
        label={name}
        checked={memory.visibility[id] === true}
        disabled={alone}
        onChange={(event) => {
          const shown = event.currentTarget.checked;
          remember((before) => ({ ...before, visibility: { ...before.visibility, [id]: shown } }));
        }}
      />
      <ActionIcon
        size="sm"
        variant="subtle"
        color="gray"
        aria-label={messages.columnUp(name)}
        disabled={memory.order[0] === id}
        onClick={() => move(-1)}
      >
        <IconChevronUp size={14} />
      </ActionIcon>
      <ActionIcon
        size="sm"
        variant="subtle"
        color="gray"
        aria-label={messages.columnDown(name)}
        disabled={memory.order.at(-1) === id}
        onClick={() => move(1)}
      >
        <IconChevronDown size={14} />
      </ActionIcon>
    </li>
  );
}

export function ColumnChooser({ columns }: { columns: Columns }) {
  const { memory, remember } = columns;
  const ordered = memory.order.flatMap((id) => COLUMNS.filter((column) => column.id === id));
  return (
    <Popover position="bottom-end" width={280} trapFocus>
      <Popover.Target>
        <Button size="xs" variant="default" leftSection={<IconColumns3 size={15} aria-hidden="true" />}>
          {messages.columns}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={messages.columns} p={8}>
        <SegmentedControl
          size="xs"
          fullWidth
          aria-label={messages.density}
          value={memory.dense ? 'dense' : 'comfortable'}
          onChange={(value) => remember((before) => ({ ...before, dense: value === 'dense' }))}
          data={[
            { value: 'dense', label: messages.dense },
            { value: 'comfortable', label: messages.comfortable },
          ]}
        />
        <ScrollArea.Autosize mah={340} mt={8} type="auto" offsetScrollbars>
          <ul className={classes['entries']}>
            {ordered.map(({ id }) => (
              <Entry key={id} id={id} columns={columns} />
            ))}
          </ul>
        </ScrollArea.Autosize>
        <Button size="xs" variant="subtle" fullWidth mt={4} onClick={() => remember(usualColumns)}>
          {messages.columnsReset}
        </Button>
      </Popover.Dropdown>
    </Popover>
  );
}
