/** One column: its name, what it holds, what it means, and what of it has to be asked. */
import { Select } from '@mantine/core';
import type { ImportColumn } from '../../api/client.ts';
import { formatCount } from '../../ui/index.ts';
import { answer, formatOf, take, takesCustom, targetOf, type Target } from './draft.ts';
import classes from './import.module.css';
import { messages } from './messages.ts';
import { targetLabel } from './target-label.ts';
import { TimeQuestion } from './TimeQuestion.tsx';
import type { Mapping } from './use-imports.ts';
import { ValueMap } from './ValueMap.tsx';

const words = messages.map;
const LEFT_OUT = '';

interface ColumnRowProps {
  column: ImportColumn;
  columns: readonly ImportColumn[];
  targets: readonly Target[];
  shape: string;
  mapping: Mapping;
  onChange: (mapping: Mapping) => void;
}

export function ColumnRow({ column, columns, targets, shape, mapping, onChange }: ColumnRowProps) {
  const path = targetOf(mapping, targets, column.name);
  const target = targets.find((one) => one.path === path);
  const choices = [
    { value: LEFT_OUT, label: words.leftOut },
    ...targets.map((one) => ({ value: one.path, label: targetLabel(one.path) })),
    ...(takesCustom(shape) ? [{ value: 'custom', label: words.custom }] : []),
  ];
  return (
    <li className={classes['column']} data-out={path === null || undefined}>
      <div className={classes['holds']}>
        <bdi className={classes['columnName']}>{column.name || '–'}</bdi>
        <span className={classes['quiet']}>
          <bdi>{column.samples.length === 0 ? words.empty : column.samples.slice(0, 3).join(' · ')}</bdi>
        </span>
      </div>
      <Select
        className={classes['means']}
        aria-label={words.meansOf(column.name)}
        data={choices}
        value={path ?? LEFT_OUT}
        searchable
        allowDeselect={false}
        size="xs"
        onChange={(value) => onChange(take(mapping, targets, column, value === null || value === LEFT_OUT ? null : value))}
      />
      {target?.isTime && column.time && (
        <div className={classes['ask']}>
          <TimeQuestion
            column={column}
            format={formatOf(mapping, target.path)}
            onChange={(format) => onChange(answer(mapping, targets, columns, target.path, format))}
          />
          {column.time.unread > 0 && <p className={classes['quiet']}>{words.unread(formatCount(column.time.unread))}</p>}
        </div>
      )}
      {target && target.meanings.length > 0 && column.values.length > 0 && (
        <div className={classes['ask']}>
          <ValueMap column={column} target={target} mapping={mapping} onChange={onChange} />
        </div>
      )}
    </li>
  );
}
