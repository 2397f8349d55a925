/** What the values of a column stand for with us. What is not known is never guessed, and says what becomes of it. */
import { Select } from '@mantine/core';
import { useState } from 'react';
import type { ImportColumn } from '../../api/client.ts';
import { formatCount, uiMessages } from '../../ui/index.ts';
import { cellAt, nameOf, type Target, withCell } from './draft.ts';
import classes from './import.module.css';
import { messages } from './messages.ts';
import type { Mapping } from './use-imports.ts';

const words = messages.map;
const UNKNOWN = '';

interface ValueMapProps {
  column: ImportColumn;
  target: Target;
  mapping: Mapping;
  onChange: (mapping: Mapping) => void;
}

export function ValueMap({ column, target: { path, meanings }, mapping, onChange }: ValueMapProps) {
  const map = (cellAt(mapping, path) as { map?: Record<string, string | null> }).map ?? {};
  // Our own words are understood without a map.
  const meaningOf = (value: string): string => map[value] ?? meanings.find((one) => one.toLowerCase() === value.toLowerCase()) ?? UNKNOWN;
  const known = column.values.filter(({ value }) => meaningOf(value) !== UNKNOWN).length;
  const [isOpen, setOpen] = useState(known < column.values.length);
  const choices = [
    { value: UNKNOWN, label: words.unknown[nameOf(path)] ?? words.leftOut },
    ...meanings.map((value) => ({ value, label: meaningLabel(value) })),
  ];
  const set = (value: string, meaning: string) => {
    const { [value]: _before, ...rest } = map;
    onChange(
      withCell(mapping, path, { ...(cellAt(mapping, path) as object), map: meaning === UNKNOWN ? rest : { ...rest, [value]: meaning } }),
    );
  };
  return (
    <details className={classes['values']} open={isOpen} onToggle={({ currentTarget: { open } }) => setOpen(open)}>
      <summary data-tone={known < column.values.length ? 'warning' : undefined}>{words.values(known, column.values.length)}</summary>
      <ul aria-label={words.valuesOf(column.name)}>
        {column.values.map(({ value, count }) => (
          <li key={value} data-unknown={meaningOf(value) === UNKNOWN || undefined}>
            <span>
              <bdi>{value}</bdi> <span className={classes['quiet']}>{formatCount(count)}</span>
            </span>
            <Select
              aria-label={words.standsFor(value)}
              size="xs"
              data={choices}
              value={meaningOf(value)}
              allowDeselect={false}
              onChange={(meaning) => set(value, meaning ?? UNKNOWN)}
            />
          </li>
        ))}
      </ul>
    </details>
  );
}

export const meaningLabel = (value: string): string =>
  words.meanings[value] ?? (uiMessages.status as Record<string, string>)[value] ?? value;
