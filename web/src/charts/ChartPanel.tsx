/** Every chart's card: its subject, the sentence that says what it shows, and the same as a table or a file. */
import { ActionIcon, Popover, ScrollArea, Table, Tooltip } from '@mantine/core';
import { IconChartBar, IconInfoCircle, IconTable } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { formatNumber, NONE, Panel } from '../ui/index.ts';
import classes from './ChartPanel.module.css';
import { type Cell, type Table as Data } from './csv.ts';
import type { Drawable } from './drawing.ts';
import { FilesMenu } from './FilesMenu.tsx';
import { messages } from './messages.ts';
import { usePeriodWords } from './use-period-words.ts';
import { useUnfold } from './use-unfold.ts';

interface ChartPanelProps {
  title: string;
  /** What it shows, in one sentence. */
  sentence?: ReactNode;
  /** What is counted, and how: a sentence that unfolds, or a way to the whole explanation. */
  definition: string | (() => void);
  /** Instead of the files of the table and of what is drawn. */
  files?: ReactNode;
  /** What is drawn, for pictures and paper. */
  drawable?: Drawable;
  /** It is a table already. */
  isTable?: boolean;
  /** The same numbers, for the table and the file. */
  table: Data;
  /** The file's name without its ending. */
  file: string;
  /** A number as it is shown in the table; as it is by default. */
  format?: (value: number, column: number) => string;
  children: ReactNode;
  className?: string | undefined;
}

const shown = (cell: Cell, column: number, format: ChartPanelProps['format']): string => {
  if (cell === null) return NONE;
  if (typeof cell === 'string') return cell;
  return format ? format(cell, column) : formatNumber(cell, Number.isInteger(cell) ? 0 : 1);
};

function DataTable({ table, title, format }: { table: Data; title: string; format: ChartPanelProps['format'] }) {
  return (
    <ScrollArea.Autosize mah={280} viewportProps={{ tabIndex: 0, role: 'region', 'aria-label': title }}>
      <Table stickyHeader fz="sm">
        <Table.Thead>
          <Table.Tr>
            {table.columns.map((column, index) => (
              <Table.Th key={column} ta={index === 0 ? 'left' : 'right'}>
                {column}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {table.rows.map((row, place) => (
            // The first column need not be unique, and a row has no state of its own.
            // oxlint-disable-next-line react/no-array-index-key
            <Table.Tr key={place}>
              {row.map((cell, index) => (
                <Table.Td key={table.columns[index]} ta={index === 0 ? 'left' : 'right'}>
                  {shown(cell, index, format)}
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </ScrollArea.Autosize>
  );
}

function IconButton({ label, children, onClick, pressed }: { label: string; children: ReactNode; onClick: () => void; pressed?: boolean }) {
  return (
    <Tooltip label={label}>
      <ActionIcon variant="subtle" color="gray" size={28} aria-label={label} aria-pressed={pressed} onClick={onClick}>
        {children}
      </ActionIcon>
    </Tooltip>
  );
}

function Definition({ text }: { text: string }) {
  const { popover, target } = useUnfold();
  return (
    <Popover {...popover} width={300} position="bottom-end">
      <Popover.Target>
        <ActionIcon variant="subtle" color="gray" size={28} aria-label={messages.explain} {...target}>
          <IconInfoCircle size={16} stroke={1.7} color="var(--muted)" />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown className={classes['definition']}>{text}</Popover.Dropdown>
    </Popover>
  );
}

interface OwnFilesProps extends Pick<ChartPanelProps, 'title' | 'sentence' | 'table' | 'file' | 'format'> {
  drawable: Drawable | undefined;
}

function OwnFiles({ title, sentence, table, file, format, drawable }: OwnFilesProps) {
  const context = usePeriodWords();
  const files = () => {
    const { columns, rows } = table;
    const words = rows.map((row) => row.map((cell, column) => shown(cell, column, format)));
    return {
      sheet: { title, sentence: typeof sentence === 'string' ? sentence : '', columns, rows: words, figures: [] },
      json: rows.map((row) => Object.fromEntries(columns.map((column, index) => [column, row[index] ?? null]))),
      drawable: drawable ?? null,
      file,
      table,
      context,
    };
  };
  return <FilesMenu of={files} />;
}

export function ChartPanel(props: ChartPanelProps) {
  const { title, sentence, definition, table, file, files, drawable, isTable, format, children, className } = props;
  const [asTable, setAsTable] = useState(false);
  const Other = asTable ? IconChartBar : IconTable;
  const actions = (
    <div className={classes['actions']}>
      {typeof definition === 'string' ? (
        <Definition text={definition} />
      ) : (
        <IconButton label={messages.explain} onClick={definition}>
          <IconInfoCircle size={16} stroke={1.7} color="var(--muted)" />
        </IconButton>
      )}
      {!isTable && (
        <IconButton label={asTable ? messages.chart : messages.table} pressed={asTable} onClick={() => setAsTable(!asTable)}>
          <Other size={16} stroke={1.7} color="var(--muted)" />
        </IconButton>
      )}
      {files ?? <OwnFiles {...{ title, sentence, table, file, format, drawable }} />}
    </div>
  );
  return (
    <Panel title={title} className={`${classes['panel']} ${className ?? ''}`} actions={actions}>
      {sentence && <p className={classes['sentence']}>{sentence}</p>}
      {asTable && !isTable ? <DataTable table={table} title={title} format={format} /> : children}
    </Panel>
  );
}
