/** A table as an Excel file, and on a second sheet of what it is. Its cells say that they are text, so that none becomes a formula as it stands. */
import writeExcelFile, { type SheetData } from 'write-excel-file/universal';
import type { Facts, Table } from './csv.ts';
import { messages } from './messages.ts';

const WIDTH = 20;
const WIDEST = 80;

const text = (value: string) => ({ value, type: String });
const bold = (value: string) => ({ ...text(value), fontWeight: 'bold' as const });

export async function spreadsheetOf({ columns, rows }: Table, facts: Facts): Promise<Blob> {
  const table: SheetData = [
    columns.map(bold),
    ...rows.map((row) =>
      row.map((cell) => {
        if (cell === null) return null;
        return typeof cell === 'number' ? { value: cell, type: Number } : text(cell);
      }),
    ),
  ];
  const about: SheetData = facts.map(([name, words]) => [bold(name), text(words)]);
  return writeExcelFile([
    { data: table, sheet: messages.files.table, stickyRowsCount: 1, columns: columns.map(() => ({ width: WIDTH })) },
    { data: about, sheet: messages.files.about, columns: [{ width: WIDTH }, { width: WIDEST }] },
  ]).toBlob();
}
