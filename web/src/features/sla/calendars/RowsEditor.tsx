/** Stretches of open hours of one day, or of one date: from and to, as many as there are, each with what is wrong with it. */
import { ActionIcon, Button, Input } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useId } from 'react';
import editor from '../../../drafts/editor.module.css';
import { Fault } from '../../../drafts/index.ts';
import classes from './calendars.module.css';
import { useCalendarForm } from './form.ts';
import { messages } from './messages.ts';
import { isOvernight } from './week-words.ts';

const words = messages.editor;
type Row = [string, string];

interface RowEditorProps {
  name: string;
  path: string;
  row: Row;
  onChange: (row: Row) => void;
  onRemove: () => void;
}

function RowEditor({ name, path, row, onChange, onRemove }: RowEditorProps) {
  const { faultAt } = useCalendarForm();
  const faultId = useId();
  const fault = faultAt(path);
  // Of two times one may be no time; an overlap is the matter of both.
  const inOne = ([0, 1] as const).filter((part) => faultAt(`${path}.${part}`) !== undefined);
  const isWrong = (part: 0 | 1): boolean => fault !== undefined && (inOne.length === 0 || inOne.includes(part));
  return (
    <div className={classes['row']}>
      {([0, 1] as const).map((part) => (
        <Input
          key={part}
          size="xs"
          className={classes['time'] ?? ''}
          inputMode="numeric"
          maxLength={8}
          placeholder={words.time}
          aria-label={part === 0 ? words.from(name) : words.to(name)}
          value={row[part]}
          error={isWrong(part)}
          // What is wrong stands behind both fields and is said to whoever is in one of them.
          withAria={false}
          aria-invalid={isWrong(part)}
          aria-describedby={isWrong(part) ? faultId : undefined}
          onChange={({ currentTarget: { value } }) => onChange(part === 0 ? [value, row[1]] : [row[0], value])}
        />
      ))}
      <ActionIcon variant="subtle" color="gray" size={30} aria-label={words.remove(`${name} ${row[0]}–${row[1]}`)} onClick={onRemove}>
        <IconTrash size={16} stroke={1.7} />
      </ActionIcon>
      {row[0] !== '' && row[1] !== '' && isOvernight(row) && !fault && <span className={editor['hint']}>{messages.nextDay}</span>}
      <Fault id={faultId}>{fault}</Fault>
    </div>
  );
}

interface RowsEditorProps {
  name: string;
  path: string;
  rows: readonly Row[];
  onChange: (rows: Row[]) => void;
}

export function RowsEditor({ name, path, rows, onChange }: RowsEditorProps) {
  return (
    <div className={classes['rows']}>
      {rows.map((row, index) => (
        <RowEditor
          // Rows have no name of their own; their place is what tells them apart.
          // oxlint-disable-next-line react/no-array-index-key
          key={index}
          name={name}
          path={`${path}.${index}`}
          row={row}
          onChange={(next) => onChange(rows.map((one, place) => (place === index ? next : one)))}
          onRemove={() => onChange(rows.filter((_, place) => place !== index))}
        />
      ))}
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
