/** Above the list: how many there are and in which order, what has come since, and what can be done with the whole of it. */
import { ActionIcon, Button } from '@mantine/core';
import { IconArrowUp, IconDownload } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { SightNote } from '../../session/SightNote.tsx';
import { formatCount, SectionTitle } from '../../ui/index.ts';
import { ColumnChooser } from './ColumnChooser.tsx';
import { exportAddress } from './export-link.ts';
import { messages } from './messages.ts';
import classes from './tickets.module.css';
import type { Columns } from './use-columns.ts';
import type { ListQuestion } from './windows.ts';

interface ToolbarProps {
  total: number | null;
  question: ListQuestion;
  arrived: number;
  onShow: () => void;
  /** Null on a phone, whose cards have none. */
  columns: Columns | null;
  children?: ReactNode;
}

const counted = (total: number | null): string => {
  if (total === null) return messages.title;
  return total === 1 ? messages.one : messages.counted(formatCount(total));
};

const exporting = (question: ListQuestion) =>
  ({ component: 'a', href: exportAddress(question), download: true, variant: 'default', title: messages.exportMeaning }) as const;

/** On a phone, beside the filters. */
export function ExportIcon({ question }: { question: ListQuestion }) {
  return (
    <ActionIcon size={44} aria-label={messages.export} {...exporting(question)}>
      <IconDownload size={18} aria-hidden="true" />
    </ActionIcon>
  );
}

export function Toolbar({ total, question, arrived, onShow, columns, children }: ToolbarProps) {
  const { sort, direction } = question.order;
  return (
    <div className={classes['toolbar']}>
      <SectionTitle
        order={1}
        title={counted(total)}
        sentence={
          <>
            {messages.sortedBy[sort][direction]}.
            <SightNote />
          </>
        }
        actions={
          columns && (
            <>
              <ColumnChooser columns={columns} />
              <Button leftSection={<IconDownload size={15} aria-hidden="true" />} size="xs" {...exporting(question)}>
                {messages.export}
              </Button>
            </>
          )
        }
      />
      {children}
      <div aria-live="polite" className={classes['news']}>
        {arrived > 0 && (
          <Button size="compact-sm" radius="xl" leftSection={<IconArrowUp size={14} aria-hidden="true" />} onClick={onShow}>
            {messages.fresh(formatCount(arrived), arrived > 1)}
          </Button>
        )}
      </div>
    </div>
  );
}
