/** A list to learn from, one ticket's matter to a row: the newest first and the rest on request, as a file, and as cards on a phone. */
import { Button } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { ChartPanel } from '../../charts/index.ts';
import { EmptyState, formatCount } from '../../ui/index.ts';
import { messages } from './messages.ts';
import classes from './record-list.module.css';

/** The rest on request, since what follows matters as well. */
const FIRST = 10;

export interface Column<Row> {
  readonly name: string;
  /** What is drawn; without it the column is in the file alone. */
  readonly show?: (row: Row) => ReactNode;
  /** What is in the file; without it the column is drawn alone. */
  readonly text?: (row: Row) => string | number | null;
}

interface RecordListProps<Row> {
  readonly words: { readonly title: string; readonly definition: string; readonly none: string; readonly noneText: string };
  readonly sentence: string;
  readonly file: string;
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
  readonly columns: readonly Column<Row>[];
  readonly className?: string;
}

export function RecordList<Row>({ words, sentence, file, rows, keyOf, columns, className }: RecordListProps<Row>) {
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? rows : rows.slice(0, FIRST);
  const drawn = columns.flatMap(({ name, show }) => (show ? [{ name, show }] : []));
  const filed = columns.flatMap(({ name, text }) => (text ? [{ name, text }] : []));
  return (
    <ChartPanel
      {...(className ? { className } : {})}
      title={words.title}
      definition={words.definition}
      sentence={rows.length > 0 ? sentence : undefined}
      file={file}
      table={{ columns: filed.map(({ name }) => name), rows: rows.map((row) => filed.map(({ text }) => text(row))) }}
    >
      {rows.length === 0 ? (
        <EmptyState icon={IconCircleCheck} title={words.none} compact>
          {words.noneText}
        </EmptyState>
      ) : (
        <table className={classes['list']}>
          <thead>
            <tr>
              {drawn.map(({ name }) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((row) => (
              <tr key={keyOf(row)}>
                {drawn.map(({ name, show }) => (
                  <td key={name} data-label={name}>
                    {show(row)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {shown.length < rows.length && (
        <Button variant="default" size="xs" mt={12} onClick={() => setWhole(true)}>
          {messages.more(formatCount(rows.length))}
        </Button>
      )}
    </ChartPanel>
  );
}
