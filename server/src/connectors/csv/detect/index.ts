/**
 * A file nobody has said anything about: how it is written, what its columns hold, what its rows are, and a mapping to begin with. Only
 * its beginning is looked at, so that a gigabyte takes no longer than a page.
 */
import { Refusal } from '../../../errors.ts';
import { createDecoder, type Encoding, encodingOf } from '../decode-text.ts';
import { knownMeanings as meaningsOf } from '../meanings.ts';
import { createHeader } from '../header.ts';
import type { Mapping } from '../mapping.ts';
import { type Column, profileColumns } from './columns.ts';
import { detectDialect, firstRecords, hasHeader } from './dialect.ts';
import { detectEncoding } from './encoding.ts';
import { guessShape } from './guess-shape.ts';
import { readHead } from './head.ts';
import { suggestMapping } from './suggest-mapping.ts';
import { type Shape, TARGETS } from './targets.ts';

export type { Column } from './columns.ts';
export type { Shape } from './targets.ts';

/** What the person says; the rest is found out. */
export interface Told {
  readonly file?: Partial<Mapping['file']>;
  readonly shape?: Shape | undefined;
  readonly source?: string | undefined;
}

export interface Detection {
  readonly file: { readonly delimiter: string; readonly quote: string; readonly encoding: Encoding; readonly header: boolean };
  readonly isPacked: boolean;
  readonly columns: readonly Column[];
  /** The first rows as they are. */
  readonly rows: readonly (readonly string[])[];
  /** So many rows the rest is told from. */
  readonly rowsSeen: number;
  readonly isWhole: boolean;
  /** Rows among them that cannot be read, the first ones. */
  readonly faults: readonly { readonly line: number; readonly reason: string }[];
  readonly faultCount: number;
  readonly shape: Shape;
  /** What columns can be taken for in this shape, the needed ones first. */
  readonly targets: readonly {
    readonly path: string;
    readonly isNeeded: boolean;
    readonly isTime: boolean;
    readonly meanings: readonly string[];
  }[];
  readonly mapping: Record<string, unknown>;
}

const ROWS = 20_000;
const ROWS_SHOWN = 6;
const FAULTS_SHOWN = 5;
const LONGEST_CELL = 200;
const NULLS = ['NULL', '-', '?'];

export interface DetectOptions {
  readonly fileName: string;
  readonly zone: string;
  readonly now: number;
}

/** Refused for what is no table: an empty file, a binary one, one with more columns than are read. */
export async function detectTable(source: string, told: Told, { fileName, zone, now }: DetectOptions): Promise<Detection> {
  const head = await readHead(source);
  const encoding = told.file?.encoding ?? detectEncoding(head.bytes, head.isWhole);
  const { skip, encoding: decided } = encodingOf(head.bytes, encoding);
  const decoder = createDecoder(decided);
  const text = decoder.push(head.bytes.subarray(skip)) + (head.isWhole ? decoder.end() : '');
  const found = detectDialect(text);
  const dialect = { delimiter: told.file?.delimiter ?? found.delimiter, quote: told.file?.quote ?? found.quote };
  const records = firstRecords(text, dialect, ROWS + 1, head.isWhole);
  const [first] = records;
  if (!first) throw new Refusal('invalid', 'The file is empty');
  if (first.fault) throw new Refusal('invalid', `The header, line ${first.line}, ${first.fault}`);
  const header = told.file?.header ?? hasHeader(records.slice(0, 50).map(({ fields }) => fields));
  const names = createHeader(header ? first.fields : first.fields.map((_, index) => String(index + 1))).names;
  const rows = header ? records.slice(1) : records;
  const readable = rows.filter(({ fault, fields }) => fault === null && fields.length === names.length);
  const faulty = rows.filter(({ fault, fields }) => fault !== null || fields.length !== names.length);
  const columns = profileColumns(
    names,
    readable.map(({ fields }) => fields),
    NULLS,
  );
  const shape = told.shape ?? guessShape(columns, fileName);
  const file = { ...dialect, encoding: decided, header };
  return {
    file,
    isPacked: head.isPacked,
    columns,
    rows: readable.slice(0, ROWS_SHOWN).map(({ fields }) => fields.map((field) => field.slice(0, LONGEST_CELL).toWellFormed())),
    rowsSeen: rows.length,
    isWhole: head.isWhole && records.length <= ROWS,
    faults: faulty.slice(0, FAULTS_SHOWN).map(({ line, fault, fields }) => ({
      line,
      reason: fault ?? `has ${fields.length} fields where the header has ${names.length}`,
    })),
    faultCount: faulty.length,
    shape,
    targets: TARGETS[shape].map(({ path, kinds, isNeeded = false }) => ({
      path,
      isNeeded,
      isTime: !path.includes('.') && (kinds?.includes('time') ?? false),
      meanings: meaningsOf(path.slice(path.lastIndexOf('.') + 1)),
    })),
    mapping: suggestMapping(shape, { columns, file, source: told.source ?? sourceOf(fileName), zone, now }),
  };
}

/** `Zendesk tickets 2026-03.csv.gz` is of the source `zendesk`. */
function sourceOf(fileName: string): string {
  const words = fileName
    .toLowerCase()
    .replace(/\.(csv|tsv|txt|gz)\b/g, '')
    .split(/[^a-z]+/)
    .filter((word) => word !== '' && !NO_NAMES.has(word));
  return words.slice(0, 3).join('-').slice(0, 64) || 'csv';
}

const NO_NAMES = new Set([
  'tickets',
  'ticket',
  'export',
  'exported',
  'data',
  'csv',
  'agents',
  'customers',
  'users',
  'contacts',
  'organizations',
  'organisations',
  'accounts',
  'teams',
  'groups',
  'all',
  'report',
  'the',
  'incidents',
  'cases',
  'copy',
  'final',
]);
