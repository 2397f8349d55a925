/**
 * From a file to chunks of events, ready for the door. Two passes where the mapping leaves an order of days open, one
 * otherwise; rows of one ticket are brought together where the shape needs it. Nothing here knows of the database, so
 * that it can be tested, profiled and run in a thread of its own.
 */
import { decideFormats } from './decide-formats.ts';
import { type BoundShape, type Entry, type Outgoing, type Warn } from './entry.ts';
import { createGrouping } from './group-entries.ts';
import type { Mapping } from './mapping.ts';
import type { FileLimits, ReadingProgress } from './open-file.ts';
import type { CsvRecord } from './read-records.ts';
import { openTable, type Table } from './read-table.ts';
import { bindShape } from './shapes/index.ts';

export interface Chunk {
  readonly events: Outgoing[];
  /** How many subjects (groups, or rows where the shape is not grouped) this chunk and those before it hold. */
  readonly done: number;
}

export interface Told {
  readonly warn: Warn;
  rows(count: number): void;
  subjects(count: number): void;
  reject(record: CsvRecord, reason: string): void;
}

export interface PrepareOptions {
  readonly limits?: FileLimits;
  /** The beginning of the file alone. */
  readonly firstRows?: number;
  readonly seen?: (progress: ReadingProgress) => void;
  readonly memoryBytes?: number;
  readonly spillDirectory?: string;
  readonly chunkEvents?: number;
  /** Ends the reading; what was read of tickets whose rows stand together is still given, half a ticket never. */
  readonly signal?: AbortSignal;
}

/** The door takes 2,000 to 10,000 events at once best. */
const CHUNK_EVENTS = 5_000;

/** Chunks of whole tickets. Refused where the file or the mapping cannot be used at all. */
export async function* prepare(path: string, mapping: Mapping, told: Told, options: PrepareOptions = {}): AsyncGenerator<Chunk> {
  const { limits, firstRows, seen, signal, chunkEvents = CHUNK_EVENTS } = options;
  const bounds = { ...(limits && { limits }), ...(firstRows !== undefined && { firstRows }) };
  const formats = await decideFormats(path, mapping, { ...bounds, ...(signal && { signal }) });
  const table = await openTable(path, mapping, { ...bounds, ...(seen && { seen }) });
  const { zone, disambiguation, nulls } = mapping;
  const shape = bindShape(mapping, { header: table.header, nulls, zone, disambiguation, formats, warn: told.warn });
  const groups = shape.grouped ? grouped(table, shape, told, options) : single(table, shape, told, signal);
  let events: Outgoing[] = [];
  let done = 0;
  for await (const batch of groups) {
    for (const entries of batch) {
      for (const event of shape.events(entries)) events.push(event);
      done += 1;
      if (events.length < chunkEvents) continue;
      yield { events, done };
      events = [];
    }
  }
  yield { events, done };
}

/** The entries of the rows that can be read; the others are told of. */
function* readable(batch: readonly CsvRecord[], shape: BoundShape, told: Told): Generator<Entry> {
  told.rows(batch.length);
  for (const record of batch) {
    const entry = record.fault ?? shape.read(record);
    if (typeof entry === 'string') told.reject(record, entry);
    else yield entry;
  }
}

async function* single(table: Table, shape: BoundShape, told: Told, signal?: AbortSignal): AsyncGenerator<Entry[][]> {
  for await (const batch of untilAborted(table, signal)) yield [...readable(batch, shape, told)].map((entry) => [entry]);
}

const GROUPS_AT_ONCE = 500;

async function* grouped(
  table: Table,
  shape: BoundShape,
  told: Told,
  { memoryBytes, spillDirectory, signal }: PrepareOptions,
): AsyncGenerator<Entry[][]> {
  const grouping = createGrouping({
    ...(memoryBytes !== undefined && { memoryBytes }),
    ...(spillDirectory && { directory: spillDirectory }),
  });
  try {
    for await (const batch of untilAborted(table, signal)) for (const entry of readable(batch, shape, told)) grouping.add(entry);
    // The rows that were not read may belong to any ticket, so none is whole.
    if (signal?.aborted) return;
    let batch: Entry[][] = [];
    for (const group of grouping.groups()) {
      batch.push(group);
      if (batch.length < GROUPS_AT_ONCE) continue;
      told.subjects(batch.length);
      yield batch;
      batch = [];
    }
    told.subjects(batch.length);
    yield batch;
  } finally {
    grouping.close();
  }
}

async function* untilAborted(table: Table, signal: AbortSignal | undefined): AsyncGenerator<CsvRecord[]> {
  for await (const batch of table.rows()) {
    if (signal?.aborted) return;
    yield batch;
  }
}
