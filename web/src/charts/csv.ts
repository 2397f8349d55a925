/** A table as a file that a spreadsheet opens as text and numbers, and never as formulas. */
import { formulaSafe } from '@watchdesk/domain/spreadsheet';

export type Cell = string | number | null;

export interface Table {
  columns: readonly string[];
  rows: readonly (readonly Cell[])[];
}

/** Of what a file is, in words: period, zone, filters, whose eyes, and how fresh. */
export type Facts = readonly (readonly [name: string, words: string])[];

/** A number, even a negative one, is no danger. */
function field(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  const text = formulaSafe(cell);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** RFC 4180, with a mark of its encoding for programs that ask for one. What it is of comes last, after an empty line: the head stays first. */
export function csvOf({ columns, rows }: Table, facts: Facts = []): string {
  const lines: (readonly Cell[])[] = [columns, ...rows, ...(facts.length > 0 ? [[], ...facts] : [])];
  return `\ufeff${lines.map((row) => row.map(field).join(',')).join('\r\n')}\r\n`;
}

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
