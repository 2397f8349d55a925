/**
 * Imports from the browser: a file comes in parts, is looked at, gets a mapping, is tried and brought in, and ends in an account. What a
 * table means and how it comes in is the CSV connector's; here are its file, its run beside the server's own work, and what is known of it.
 */
import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import type { Readable } from 'node:stream';
import { appendAudit, type Audit, type Deed, type Who } from '../audit/index.ts';
import type { Clock } from '../clock.ts';
import { checkMapping, detectTable, type Mapping, previewCsv, removeDeadSpills, type Told } from '../connectors/csv/index.ts';
import { invalid, Refusal } from '../errors.ts';
import { inTransaction, type Postgres } from '../store/postgres/index.ts';
import { acrossWorkspaces } from '../store/wall.ts';
import { createFiles, LONGEST_PART } from './files.ts';
import { createLedger, type ImportFile } from './ledger.ts';
import { createRuns } from './runs.ts';

export { type ImportFile, STATES } from './ledger.ts';
export type Imports = ReturnType<typeof createImports>;

export const LONGEST_FILE = 1 << 30;
/** Whoever brings more has to bring one in or to take one away. */
const MOST_KEPT = 5;
const LISTED = 50;
/** A file is on the disk a moment before it is in the ledger. */
const GRACE_MS = 3_600_000;
const PREVIEW = { firstRows: 500, mostEvents: 30, mostRejects: 50 } as const;

export interface ImportsParts {
  readonly postgres: Postgres;
  readonly clock: Clock;
  readonly audit: Audit;
  readonly dataDir: string;
  /** Whether whoever steps into the demonstration may bring files: not where anybody on a network does. */
  readonly areForPersonas?: boolean;
  readonly onTrouble?: (error: unknown) => void;
}

export function createImports({ postgres, clock, audit, dataDir, areForPersonas = true, onTrouble = () => {} }: ImportsParts) {
  const ledger = createLedger(postgres);
  const files = createFiles(dataDir);
  const record = (workspaceId: string, who: Who, deed: Deed) =>
    acrossWorkspaces(() => inTransaction(postgres.pool, (client) => appendAudit(client, { workspaceId, who, now: clock.now() }, deed)));
  const runs = createRuns({ ledger, files, postgresUrl: postgres.url, record, onTrouble });

  /** A file that is all there, and its path. */
  async function whole(workspaceId: string, id: string): Promise<{ file: ImportFile; path: string }> {
    const file = await ledger.find(workspaceId, id);
    if (file.state === 'uploading') throw new Refusal('not_possible', 'The file is not all here yet.');
    const path = files.paths(workspaceId, id).file;
    await files.requireFile(path);
    return { file, path };
  }

  return {
    areForPersonas,
    list: (workspaceId: string) => ledger.list(workspaceId, LISTED),
    find: (workspaceId: string, id: string) => ledger.find(workspaceId, id),

    /** A file that is all there, and where, for others who read tables. Throws `not_found` and `not_possible`. */
    fileOf: whole,

    /** Announces a file. Refused when it is empty or too large, or too many lie here already. */
    async announce(workspaceId: string, { name, bytes }: { name: string; bytes: number }, who: Who): Promise<ImportFile> {
      if (bytes === 0) throw invalid('bytes', 'must not be 0: the file is empty');
      if (bytes > LONGEST_FILE)
        throw new Refusal(
          'too_large',
          'The file is larger than 1 GB. Pack it with gzip, split it, or import it by the command line, which takes 64 GB.',
        );
      if ((await ledger.countKept(workspaceId)) >= MOST_KEPT)
        throw new Refusal('not_possible', `${MOST_KEPT} files wait here already. Import or remove one of them first.`);
      const id = randomUUID();
      await files.make(workspaceId, id);
      await ledger.add(workspaceId, { id, name, bytes, madeBy: who.name, now: clock.now() });
      return ledger.find(workspaceId, id);
    },

    /** Takes the part that begins at `offset`, which is how much is here. Refused for another, with how much it is. */
    async receive(workspaceId: string, id: string, offset: number, part: Readable): Promise<ImportFile> {
      const file = await ledger.find(workspaceId, id);
      if (file.state !== 'uploading') throw new Refusal('not_possible', 'The file is all here already.');
      if (file.received !== offset) throw outOfPlace(file.received);
      const length = await files.write(workspaceId, id, offset, part, Math.min(LONGEST_PART, file.bytes - offset));
      if (!(await ledger.receive(workspaceId, id, offset, length))) throw outOfPlace((await ledger.find(workspaceId, id)).received);
      return ledger.find(workspaceId, id);
    },

    async detect(workspaceId: string, id: string, told: Told, zone: string) {
      const { file, path } = await whole(workspaceId, id);
      return detectTable(path, told, { fileName: file.name, zone, now: clock.now() });
    },

    async preview(workspaceId: string, id: string, mapping: unknown) {
      const { path } = await whole(workspaceId, id);
      return previewCsv(path, checkMapping(mapping), PREVIEW);
    },

    /** Begins, or goes on with the mapping it had, as soon as it has its turn. Refused while it runs, and for a mapping that is not valid. */
    async run(workspaceId: string, id: string, mapping: unknown, who: Who): Promise<ImportFile> {
      const { file, path } = await whole(workspaceId, id);
      const given = mapping ?? file.mapping;
      if (given === null) throw invalid('mapping', 'is needed the first time');
      const read: Mapping = checkMapping(given);
      await runs.start(workspaceId, id, { path, mapping: read, given, name: file.name, who });
      return ledger.find(workspaceId, id);
    },

    /** Ends it after the chunk at work; what is in stays in. */
    async cancel(workspaceId: string, id: string, who: Who): Promise<ImportFile> {
      const file = await ledger.find(workspaceId, id);
      if (!(await ledger.askToCancel(workspaceId, id))) throw new Refusal('not_possible', 'It does not run.');
      await runs.cancel(id);
      await record(workspaceId, who, { action: 'import.cancelled', subject: { kind: 'import', id, name: file.name } });
      return ledger.find(workspaceId, id);
    },

    /** Removes the file; one that was never run leaves the list as well. */
    async remove(workspaceId: string, id: string, who: Who): Promise<void> {
      const file = await ledger.find(workspaceId, id);
      if (file.state === 'running' || file.state === 'waiting')
        throw new Refusal('not_possible', 'It runs, or waits for its turn. Cancel it first.');
      await files.removeFile(workspaceId, id);
      await files.removeRejects(workspaceId, id);
      if (file.startedAt === null) await ledger.remove(workspaceId, id);
      else {
        await ledger.forgetFile(workspaceId, id);
        await ledger.forgetRejects(workspaceId, id);
      }
      await record(workspaceId, who, { action: 'import.removed', subject: { kind: 'import', id, name: file.name } });
    },

    /** The rows that were not taken. It is in the audit log before its first byte has left. */
    async rejects(workspaceId: string, id: string, who: Who): Promise<{ name: string; content: Readable }> {
      const file = await ledger.find(workspaceId, id);
      const { rejects } = files.paths(workspaceId, id);
      if (!file.hasRejects || file.state === 'running' || !(await files.isThere(rejects)))
        throw new Refusal('not_found', 'There is no file of rejected rows, or not any more.');
      await audit.record(workspaceId, who, { action: 'import.rejects_exported', subject: { kind: 'import', id, name: file.name } });
      return { name: file.name, content: createReadStream(rejects) };
    },

    /** Removes what has lain here long enough: files after a day, rows that were not taken after a week; and what was left behind. */
    async tidy(): Promise<void> {
      const { files: old, rejects } = await ledger.overdue(clock.now());
      for (const { workspaceId, id } of old) {
        await files.removeFile(workspaceId, id);
        await ledger.forgetFile(workspaceId, id);
      }
      for (const { workspaceId, id } of rejects) {
        await files.removeRejects(workspaceId, id);
        await ledger.forgetRejects(workspaceId, id);
      }
      // What nobody knows of any more: left by a server that died, or told by another one, which has a disk of its own, to be gone.
      for await (const { workspaceId, id, what, path, touchedAt } of files.lying())
        if (touchedAt < clock.now() - GRACE_MS && !(await ledger.wanted(workspaceId, id))[what]) await files.remove(path);
      removeDeadSpills();
    },

    /** Ends what runs here, to be gone on with. */
    stop: () => runs.stop(),
  };
}

const outOfPlace = (received: number) => new Refusal('not_possible', `The part must begin at ${received}, up to where the file is here.`);
