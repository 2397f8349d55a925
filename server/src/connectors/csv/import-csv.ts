/**
 * Brings a table into a workspace: file → rows → events → the one door, chunk by chunk, while the next chunk is being
 * prepared. Everything is sent under ids that come from the rows themselves, so that doing it again changes nothing.
 */
import { readEvent } from '@watchdesk/domain/event';
import { Refusal } from '../../errors.ts';
import type { Door, Outcome } from '../../ingest/index.ts';
import type { Postgres } from '../../store/postgres/index.ts';
import { type Account, type Bookkeeping, createBookkeeping } from './account.ts';
import type { Outgoing } from './entry.ts';
import { type ImportRun, openRun } from './import-run.ts';
import type { Mapping } from './mapping.ts';
import { FILE_LIMITS, fileHash, type FileLimits, type ReadingProgress } from './open-file.ts';
import { type Chunk, prepare } from './prepare.ts';
import { createRejectsFile } from './rejects-file.ts';

export interface ImportOptions {
  readonly path: string;
  readonly mapping: Mapping;
  readonly workspaceId: string;
  /** Where rejected rows are written, if there are any. */
  readonly rejectsPath: string;
  /** Stops between two chunks; the same import goes on from there. */
  readonly signal?: AbortSignal;
  readonly limits?: FileLimits;
  readonly chunkEvents?: number;
  /** What rows that wait for the others of their ticket may take of memory; more of them wait on disk. */
  readonly memoryBytes?: number;
  /** Where on disk; the system's temporary folder unless told. */
  readonly spillDirectory?: string;
  onRead?(progress: ReadingProgress): void;
  onSent?(events: number): void;
}

export interface ImportResult {
  readonly account: Account;
  readonly rejectsPath: string | null;
  readonly outcome: 'finished' | 'interrupted';
  /** Subjects that an earlier run had brought in already. */
  readonly resumedAfter: number;
}

/** What a door of this import does with a chunk. */
type Send = (events: readonly Outgoing[]) => Promise<Outcome[]>;

/** While PostgreSQL writes one chunk, the next is folded: more than two only wait for one another. */
const AT_ONCE = 2;

/** Imports the file. Refused where file or mapping cannot be used; throws when the database is out of reach. */
export async function importCsv({ postgres, door }: { postgres: Postgres; door: Door }, options: ImportOptions): Promise<ImportResult> {
  const { path, mapping, workspaceId } = options;
  const hash = await fileHash(path);
  await connect(postgres, workspaceId, mapping);
  const run = await openRun(postgres, { workspaceId, fileHash: hash, mapping });
  const send: Send = (events) =>
    door.bulk(
      workspaceId,
      mapping.source,
      events.map(({ event }) => event),
    );
  const result = await carry(options, run, send);
  await door.announce();
  return result;
}

/** The same without a database: what would be sent is checked as the door checks it. */
export async function tryCsv(options: Omit<ImportOptions, 'workspaceId'>): Promise<ImportResult> {
  const nowhere: ImportRun = { done: 0, deliveries: undefined, save: async () => {}, finish: async () => {} };
  const { source } = options.mapping;
  const judge: Send = async (events) =>
    events.map(({ event }): Outcome => {
      const reading = readEvent(event, source);
      return reading.ok
        ? { id: event.id, outcome: 'accepted' }
        : { id: event.id, outcome: 'rejected', field: reading.fault.field, reason: reading.fault.message };
    });
  return carry({ ...options, workspaceId: '' }, nowhere, judge);
}

async function carry(options: ImportOptions, run: ImportRun, send: Send): Promise<ImportResult> {
  const { path, mapping, limits = FILE_LIMITS, signal, chunkEvents, memoryBytes, spillDirectory } = options;
  const books = createBookkeeping(run.deliveries);
  const rejects = createRejectsFile(options.rejectsPath);
  const told = {
    warn: books.warn,
    rows: books.row,
    subjects: books.subjects,
    reject: ({ line, raw }: { line: number; raw: string }, reason: string) => {
      books.rejectRow({ line, reason });
      rejects.write({ line, reason, raw });
    },
  };
  let isInterrupted = false;
  const sending: Promise<void>[] = [];
  let last: Promise<void> = Promise.resolve();
  try {
    const chunks = prepare(path, mapping, told, {
      limits,
      ...(options.onRead && { seen: options.onRead }),
      ...(chunkEvents && { chunkEvents }),
      ...(memoryBytes && { memoryBytes }),
      ...(spillDirectory && { spillDirectory }),
      ...(signal && { signal }),
    });
    for await (const chunk of chunks) {
      if (sending.length >= AT_ONCE) await sending.shift();
      if (signal?.aborted) break;
      // What an earlier run has sent is read again, for the account, but not sent again.
      if (chunk.done <= run.done) recall(chunk, books, rejects.write);
      else sending.push((last = deliver(chunk, last)));
      last.catch(() => {}); // whoever awaits it next throws
    }
    await last;
    isInterrupted = signal?.aborted ?? false;
    if (!isInterrupted) await run.finish(books.deliveries());
  } finally {
    // After a failure a chunk beside the failed one may still be on its way.
    await Promise.allSettled(sending);
    rejects.close();
  }
  return {
    account: books.account(),
    rejectsPath: rejects.path(),
    outcome: isInterrupted ? 'interrupted' : 'finished',
    resumedAfter: run.done,
  };

  /** Chunks are on their way together, but counted in their order: what is noted as done has nothing undone before it. */
  async function deliver({ events, done }: Chunk, before: Promise<void>): Promise<void> {
    const outcomes = events.length > 0 ? await send(events) : [];
    await before;
    note(events, outcomes, books, rejects.write);
    options.onSent?.(events.length);
    await run.save(done, books.deliveries());
  }
}

function note(
  events: readonly Outgoing[],
  outcomes: readonly Outcome[],
  books: Bookkeeping,
  write: (row: { line: number; reason: string; raw: string }) => void,
): void {
  for (const [index, outcome] of outcomes.entries()) {
    const { line, raw } = events[index]!.entry;
    books.outcome(line, outcome);
    if (outcome.outcome === 'rejected') write({ line, raw, reason: `${outcome.field} ${outcome.reason}` });
  }
}

/** The rows of a chunk that the door turned away in an earlier run: the file of rejects is written anew, so they belong in it. */
function recall({ events }: Chunk, books: Bookkeeping, write: (row: { line: number; reason: string; raw: string }) => void): void {
  const { doorRejections } = books.deliveries();
  if (doorRejections.length === 0) return;
  const raws = new Map(events.map(({ entry }) => [entry.line, entry.raw]));
  for (const { line, reason } of doorRejections) if (raws.has(line)) write({ line, reason, raw: raws.get(line)! });
}

/** Makes the connection known on its first import. A name that something else uses is refused: ids would collide. */
async function connect({ pool }: Postgres, workspaceId: string, { source, label }: Mapping): Promise<void> {
  const workspace = await pool.query('select 1 from workspace where workspace_id = $1', [workspaceId]);
  if (workspace.rows.length === 0) throw new Refusal('not_found', `There is no workspace "${workspaceId}"`);
  await pool.query(`insert into connection (workspace_id, source, kind, label) values ($1, $2, 'csv', $3) on conflict do nothing`, [
    workspaceId,
    source,
    label ?? source,
  ]);
  const found = await pool.query<{ kind: string }>('select kind from connection where workspace_id = $1 and source = $2', [
    workspaceId,
    source,
  ]);
  const kind = found.rows[0]?.kind;
  if (kind !== 'csv')
    throw new Refusal('not_possible', `The source "${source}" of this workspace is of kind ${kind}; choose another in the mapping`);
}
