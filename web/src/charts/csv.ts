/** A table as a file that a spreadsheet opens as text and numbers, and never as formulas. */
export type Cell = string | number | null;

export interface Table {
  columns: readonly string[];
  rows: readonly (readonly Cell[])[];
}

/** What a spreadsheet would take for a formula; a number, even a negative one, is no danger. */
const FORMULA = /^[=+\-@\t\r]/;

/** A text that no spreadsheet takes for a formula. */
export const defused = (text: string): string => (FORMULA.test(text) ? `'${text}` : text);

function field(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  const text = defused(cell);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** RFC 4180, with a mark of its encoding for programs that ask for one. */
export const csvOf = ({ columns, rows }: Table): string =>
  `\ufeff${[columns, ...rows].map((row) => row.map(field).join(',')).join('\r\n')}\r\n`;

/** Hands a file over to the browser. */
export function save(name: string, file: Blob): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // After the browser has taken hold of it.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/** Hands the table over as a file. */
export const download = (name: string, table: Table): void =>
  save(`${name}.csv`, new Blob([csvOf(table)], { type: 'text/csv;charset=utf-8' }));
