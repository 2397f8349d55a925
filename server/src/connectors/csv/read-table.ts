/** A file as a table: its header, and its rows in batches, each with the number of fields the header promises or a fault. */
import { Refusal } from '../../errors.ts';
import { createHeader, type Header } from './header.ts';
import type { Mapping } from './mapping.ts';
import { FILE_LIMITS, type FileLimits, type ReadingProgress, readText } from './open-file.ts';
import { createRecordReader, type CsvRecord } from './read-records.ts';

export interface Table {
  readonly header: Header;
  rows(): AsyncGenerator<CsvRecord[]>;
}

export interface TableOptions {
  readonly limits?: FileLimits;
  readonly seen?: (progress: ReadingProgress) => void;
  /** Reads no more rows than these: the beginning of a file, to be looked at. */
  readonly firstRows?: number;
}

/** Opens the file and reads as far as its header. Close it by reading `rows` to the end or returning from them. */
export async function openTable(
  path: string,
  { file }: Pick<Mapping, 'file'>,
  { limits = FILE_LIMITS, seen, firstRows = Number.POSITIVE_INFINITY }: TableOptions = {},
): Promise<Table> {
  const reader = createRecordReader(file);
  const batches = read();
  const begin = await firstRecord(batches);
  const first = begin?.[0];
  if (!begin || !first) throw new Refusal('invalid', 'The file is empty');
  if (first.fault) throw new Refusal('invalid', `The header, line ${first.line}, ${first.fault}`);
  const header = createHeader(file.header ? first.fields : first.fields.map((_, index) => String(index + 1)));
  return { header, rows };

  async function* read(): AsyncGenerator<CsvRecord[]> {
    for await (const text of readText(path, file.encoding, limits, seen)) yield reader.push(text);
    yield reader.end();
  }

  async function* rows(): AsyncGenerator<CsvRecord[]> {
    let count = 0;
    let batch: CsvRecord[] | undefined = file.header ? begin!.slice(1) : begin;
    try {
      while (batch) {
        if (batch.length > firstRows - count) batch = batch.slice(0, firstRows - count);
        count += batch.length;
        if (count > limits.rows) throw new Refusal('too_large', `The file has more than ${limits.rows} rows`);
        if (batch.length > 0) yield batch.map((record) => checkWidth(record, header.names.length));
        if (count >= firstRows) return;
        const next = await batches.next();
        batch = next.done ? undefined : next.value;
      }
    } finally {
      await batches.return(undefined);
    }
  }
}

async function firstRecord(batches: AsyncGenerator<CsvRecord[]>): Promise<CsvRecord[] | undefined> {
  for (let next = await batches.next(); !next.done; next = await batches.next()) if (next.value.length > 0) return next.value;
  return undefined;
}

const checkWidth = (record: CsvRecord, width: number): CsvRecord =>
  record.fault === null && record.fields.length !== width
    ? { ...record, fault: `has ${record.fields.length} field${record.fields.length === 1 ? '' : 's'} where the header has ${width}` }
    : record;
