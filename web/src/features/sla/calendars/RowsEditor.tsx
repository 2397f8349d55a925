/** Stretches of open hours of one day, or of one date: from and to, as many as there are. */
import { ActionIcon, Button, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import classes from './calendars.module.css';
import { useCalendarForm } from './form.ts';
import { messages } from './messages.ts';
import { isOvernight } from './week-words.ts';

const words = messages.editor;
type Row = [string, string];

interface RowsEditorProps {
  name: string;
  path: string;
  rows: readonly Row[];
  onChange: (rows: Row[]) => void;
}

export function RowsEditor({ name, path, rows, onChange }: RowsEditorProps) {
  const { faultAt } = useCalendarForm();
  const set = (index: number, part: 0 | 1, value: string): void =>
    onChange(rows.map((row, place) => (place === index ? (part === 0 ? [value, row[1]] : [row[0], value]) : row)));
  return (
    <div className={classes['rows']}>
      {rows.map((row, index) => {
        const fault = faultAt(`${path}.${index}`);
        return (
          // Rows have no name of their own; their place is what tells them apart.
          // oxlint-disable-next-line react/no-array-index-key
          <div key={index} className={classes['row']}>
            {([0, 1] as const).map((part) => (
              <TextInput
                key={part}
                size="xs"
                className={classes['time']}
                inputMode="numeric"
                maxLength={8}
                placeholder="09:00"
                aria-label={part === 0 ? words.from(name) : words.to(name)}
                value={row[part]}
                error={fault !== undefined}
                onChange={(event) => set(index, part, event.currentTarget.value)}
              />
            ))}
            <ActionIcon
              variant="subtle"
              color="gray"
              size={30}
              aria-label={words.remove(`${name} ${row[0]}–${row[1]}`)}
              onClick={() => onChange(rows.filter((_, place) => place !== index))}
            >
              <IconTrash size={16} stroke={1.7} />
            </ActionIcon>
            {row[0] !== '' && row[1] !== '' && isOvernight(row) && !fault && <span className={classes['hint']}>{messages.nextDay}</span>}
            {fault && <span className={classes['fault']}>{fault}</span>}
          </div>
        );
      })}
      <Button
        variant="subtle"
        size="compact-xs"
        leftSection={<IconPlus size={13} aria-hidden="true" />}
        aria-label={`${words.add}: ${name}`}
        onClick={() => onChange([...rows, rows.length > 0 ? ['', ''] : ['09:00', '18:00']])}
      >
        {words.add}
      </Button>
    </div>
  );
}
