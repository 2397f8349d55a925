/** A table as an Excel file. Texts are cells of text, so that none becomes a formula, and numbers stay numbers. */
import writeExcelFile, { type SheetData } from 'write-excel-file/universal';
import { defused, type Table } from './csv.ts';

const WIDTH = 20;

export async function spreadsheetOf({ columns, rows }: Table): Promise<Blob> {
  const sheet: SheetData = [
    columns.map((name) => ({ value: defused(name), type: String, fontWeight: 'bold' as const })),
    ...rows.map((row) =>
      row.map((cell) => {
        if (cell === null) return null;
        return typeof cell === 'number' ? { value: cell, type: Number } : { value: defused(cell), type: String };
      }),
    ),
  ];
  return writeExcelFile(sheet, { stickyRowsCount: 1, columns: columns.map(() => ({ width: WIDTH })) }).toBlob();
}
