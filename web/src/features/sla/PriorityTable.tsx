/** Priorities down, clocks across: one table for what is typed, what is read and what customers get. On a phone a card for each priority. */
import { PRIORITIES, type Priority } from '@watchdesk/domain/event';
import type { ReactNode } from 'react';
import { Priority as PriorityMark, ScrollRegion } from '../../ui/index.ts';
import classes from './priority-table.module.css';
import { clockMeaning, clockName } from './terms.ts';
import { messages } from './messages.ts';

interface PriorityTableProps {
  label: string;
  clocks: readonly { readonly metric: string }[];
  /** What stands at a clock and a priority. */
  renderCell: (metric: string, priority: Priority) => ReactNode;
  /** How a priority is called, where its mark alone does not say. */
  renderHead?: (priority: Priority) => ReactNode;
  look: 'typed' | 'read' | 'document';
}

export function PriorityTable({ label, clocks, renderCell, renderHead, look }: PriorityTableProps) {
  return (
    <ScrollRegion label={label} className={classes['scroll']}>
      <table className={classes['table']} data-look={look}>
        <thead>
          <tr>
            <th scope="col">{messages.priority}</th>
            {clocks.map(({ metric }) => (
              <th key={metric} scope="col" title={clockMeaning(metric)}>
                {clockName(metric)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {PRIORITIES.map((priority) => (
            <tr key={priority}>
              <th scope="row">{renderHead ? renderHead(priority) : <PriorityMark value={priority} />}</th>
              {clocks.map(({ metric }) => (
                <td key={metric} data-label={clockName(metric)}>
                  {renderCell(metric, priority)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
