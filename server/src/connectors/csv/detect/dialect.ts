/** How a table is written: by which delimiter most rows have the same number of fields, which quotation mark, and whether it has a header. */
import { type CsvDialect, createRecordReader, type CsvRecord } from '../read-records.ts';

const DELIMITERS = [',', ';', '\t', '|'] as const;
const ROWS = 200;
const SAMPLE = 512 << 10;

export function detectDialect(text: string): CsvDialect {
  const sample = text.slice(0, SAMPLE);
  const quote = /(^|[,;\t|])'[^'\n]*'(?=[,;\t|])/m.test(sample) && !sample.includes('"') ? "'" : '"';
  const scored = DELIMITERS.map((delimiter) => ({ delimiter, ...evenness(firstRecords(sample, { delimiter, quote }, ROWS)) }));
  const best = scored.filter(({ width }) => width > 1).toSorted((a, b) => b.share - a.share || b.width - a.width)[0];
  return { delimiter: best?.delimiter ?? ',', quote };
}

/** The first records of a text that may end in the middle of one. */
export function firstRecords(text: string, dialect: CsvDialect, most: number, isWhole = false): CsvRecord[] {
  const reader = createRecordReader(dialect);
  const records = reader.push(text);
  return (isWhole || records.length === 0 ? [...records, ...reader.end()] : records).slice(0, most);
}

/** The most frequent width and which share of the records has it. */
function evenness(records: readonly CsvRecord[]): { width: number; share: number } {
  const counts = new Map<number, number>();
  for (const { fields, fault } of records) if (fault === null) counts.set(fields.length, (counts.get(fields.length) ?? 0) + 1);
  const [width, count] = [...counts].toSorted((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? [0, 0];
  return { width, share: records.length === 0 ? 0 : count / records.length };
}

const DATA = /^(-?[\d.,]+%?|\d{4}-\d\d-\d\d.*|\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}.*|[^@\s]+@[^@\s]+\.\w+|true|false|yes|no)$/i;

/** Names are there, differ, and are no figures, dates or addresses, which rows hold. */
export function hasHeader(rows: readonly (readonly string[])[]): boolean {
  const first = rows[0]?.map((field) => field.trim()) ?? [];
  const named = first.filter((field) => field !== '');
  if (named.length === 0 || named.some((field) => DATA.test(field))) return false;
  if (new Set(named).size < named.length * 0.9) return false;
  return true;
}
