/**
 * The rows that were not taken, each with its line and the reason, as a CSV that is safe to open in a spreadsheet: a cell
 * that would be taken for a formula gets an apostrophe. The file is made with the first such row.
 */
import { appendFileSync, rmSync } from 'node:fs';
import { stringify } from 'csv-stringify/sync';
import type { Rejection } from './account.ts';

export interface RejectsFile {
  write(rejection: Rejection & { readonly raw: string }): void;
  /** Where it lies, once a row was written. */
  path(): string | null;
}

const WRITE_BYTES = 1 << 16;
/** Enough to find the row; whole megabytes of a broken one help nobody. */
const LONGEST_RAW = 10_000;

export function createRejectsFile(path: string): RejectsFile & { close(): void } {
  let waiting = '';
  let isMade = false;
  const line = (cells: (string | number)[]) => stringify([cells], { escape_formulas: true });
  const flush = () => {
    if (waiting !== '') appendFileSync(path, waiting);
    waiting = '';
  };
  return {
    write({ line: number, reason, raw }) {
      if (!isMade) {
        rmSync(path, { force: true });
        waiting = line(['line', 'reason', 'row']);
        isMade = true;
      }
      waiting += line([number, reason, raw.slice(0, LONGEST_RAW).replaceAll('\0', '\uFFFD').toWellFormed()]);
      if (waiting.length > WRITE_BYTES) flush();
    },
    path: () => (isMade ? path : null),
    close: flush,
  };
}
