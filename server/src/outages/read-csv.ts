/** A table of outages as a file → outages, and the rows that cannot be taken, each with its line and why. */
import { AS_MAPPED, type Outage, type OutageMapping, readOutageRow } from '@watchdesk/domain/outage';
import { openTable, timeReader } from '../connectors/csv/index.ts';
import { invalid, Refusal } from '../errors.ts';

export interface Dialect {
  readonly delimiter: string;
  readonly quote: string;
  readonly header: boolean;
  readonly encoding?: 'utf-8' | 'utf-16le' | 'utf-16be' | 'latin1' | undefined;
}

export interface RowFault {
  readonly line: number;
  readonly reason: string;
  readonly row: string;
}

/** It is read whole, so that all of it comes in or nothing does. */
const LIMITS = { bytes: 200e6, rows: 200_000, ratio: 250, ratioFrom: 32e6 };
const LONGEST_ROW = 300;

/** Refused where the file is no table, is too large, or lacks a column of the mapping. */
export async function readOutagesCsv(path: string, mapping: OutageMapping, { encoding, ...dialect }: Dialect) {
  const table = await openTable(path, { file: { ...dialect, ...(encoding && { encoding }) } }, { limits: LIMITS });
  const places = columnsOf(mapping, table.header.names);
  const reading = { mapping, readTime: timeReader(mapping.times) };
  const outages: Outage[] = [];
  const rejects: RowFault[] = [];
  const notes: RowFault[] = [];
  const lineOf = new Map<string, number>();
  let rows = 0;
  for await (const batch of table.rows())
    for (const { line, fields, raw, fault } of batch) {
      rows += 1;
      const row = raw.slice(0, LONGEST_ROW).replaceAll('\0', '\uFFFD').toWellFormed();
      const read = fault === null ? readOutageRow(reading, (column) => fields[places.get(column)!] ?? '') : { reason: fault };
      if ('reason' in read) {
        rejects.push({ line, reason: read.reason, row });
        continue;
      }
      const key = JSON.stringify([read.outage.source, read.outage.externalId]);
      const before = lineOf.get(key);
      if (before !== undefined) {
        rejects.push({ line, reason: `tells of the same outage as line ${before}`, row });
        continue;
      }
      lineOf.set(key, line);
      outages.push(read.outage);
      for (const reason of read.notes) notes.push({ line, reason, row });
    }
  if (rows === 0) throw new Refusal('invalid', 'The file has no rows');
  return { outages, rejects, notes, rows };
}

/** By column its place; refused with the part of the mapping that names one which is not there. */
function columnsOf({ source, severity, planned, ...mapping }: OutageMapping, names: readonly string[]): ReadonlyMap<string, number> {
  const asked: (readonly [field: string, column: string | undefined])[] = [
    ['source.column', 'column' in source ? source.column : undefined],
    ['severity.column', severity.column],
    ['planned.column', planned?.column],
    ...(['externalId', 'startedAt', ...AS_MAPPED] as const).map((field) => [field, mapping[field]] as const),
  ];
  return new Map(
    asked.flatMap(([field, column]) => {
      if (column === undefined) return [];
      const place = names.indexOf(column);
      if (place < 0) throw invalid(`mapping.${field}`, `must be a column of the file; there is no ${JSON.stringify(column)}`);
      return [[column, place] as const];
    }),
  );
}
