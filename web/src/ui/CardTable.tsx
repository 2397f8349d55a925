/** A table that on a narrow screen becomes cards, one for each row: its values stand under their `data-label`, one with `data-wide` over the whole width. */
import type { ReactNode } from 'react';
import classes from './place.module.css';
import { TableHead } from './TableHead.tsx';

/** `columns` by what the rows call them, in their order; `children` are the rows. */
export const CardTable = ({ columns, children }: { columns: Readonly<Record<string, string>>; children: ReactNode }) => (
  <table className={classes['table']}>
    <TableHead columns={columns} />
    <tbody>{children}</tbody>
  </table>
);
