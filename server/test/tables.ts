/** Small tables for tests: text becomes a file that is thrown away, and the file the events it would send. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SentEvent } from '@watchdesk/domain/event';
import { prepare, readMapping } from '../src/connectors/csv/index.ts';

export interface Prepared {
  readonly events: SentEvent[];
  /** `line reason` of every rejected row. */
  readonly rejected: string[];
  /** `kind: value` of every warning. */
  readonly warnings: string[];
}

interface Options {
  readonly chunkEvents?: number;
  readonly memoryBytes?: number;
}

/** What an import of the text would send, in the order it would. */
export async function prepared(mapping: object, table: string | Buffer, options: Options = {}): Promise<Prepared> {
  return withFile(table, async (path) => {
    const events: SentEvent[] = [];
    const rejected: string[] = [];
    const warnings: string[] = [];
    const told = {
      warn: (kind: string, value: string) => void warnings.push(`${kind}: ${value}`),
      rows: () => {},
      subjects: () => {},
      reject: ({ line }: { line: number }, reason: string) => void rejected.push(`${line} ${reason}`),
    };
    for await (const chunk of prepare(path, readMapping(JSON.stringify(mapping)), told, options))
      events.push(...chunk.events.map(({ event }) => event));
    return { events, rejected, warnings };
  });
}

/** Calls with the path of a file that holds this. */
export async function withFile<T>(content: string | Buffer, use: (path: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'watchdesk-table-'));
  const path = join(folder, 'table.csv');
  writeFileSync(path, content);
  try {
    return await use(path);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
