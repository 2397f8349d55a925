/** Above the list: how many there are and in which order, what has come since, and what can be done with the whole of it. */
import { Button } from '@mantine/core';
import { IconArrowUp, IconDownload } from '@tabler/icons-react';
import type { ReactNode, Ref } from 'react';
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
  columns: Columns | null;
  exportRef?: Ref<HTMLAnchorElement>;
  children?: ReactNode;
}

const counted = (total: number | null): string => {
  if (total === null) return messages.title;
  return total === 1 ? messages.one : messages.counted(formatCount(total));
};

export function Toolbar({ total, question, arrived, onShow, columns, exportRef, children }: ToolbarProps) {
  const { sort, direction } = question.order;
  return (
    <div className={classes['toolbar']}>
      <SectionTitle
        order={1}
        title={counted(total)}
        sentence={messages.sortedBy[sort][direction]}
        actions={
          <>
            {columns && <ColumnChooser columns={columns} />}
            <Button
              component="a"
              ref={exportRef}
              href={exportAddress(question)}
              download
              size="xs"
              variant="default"
              title={messages.exportMeaning}
              leftSection={<IconDownload size={15} aria-hidden="true" />}
            >
              {messages.export}
            </Button>
          </>
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
