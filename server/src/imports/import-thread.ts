/**
 * An import in a thread of its own, which has its own connections: reading and folding a gigabyte keeps no request waiting, and what it
 * needs of memory is bounded apart. It is what the command line does, told by messages. Started by run-import.ts.
 */
import { parentPort, workerData } from 'node:worker_threads';
import { systemClock } from '../clock.ts';
import { importCsv, type Mapping } from '../connectors/csv/index.ts';
import { isUnavailable, Refusal } from '../errors.ts';
import { createDoor } from '../ingest/index.ts';
import { openPostgres } from '../store/postgres/index.ts';
import type { ThreadData, Told } from './run-import.ts';

const { postgresUrl, path, rejectsPath, spillDirectory, workspaceId, mapping, memoryBytes } = workerData as ThreadData;
const port = parentPort!;
const say = (told: Told) => port.postMessage(told);

const PROGRESS_MS = 200;

const ending = new AbortController();
port.on('message', () => ending.abort());
const postgres = openPostgres(postgresUrl, { connections: 4, patient: true });
const progress = { bytes: 0, ofBytes: 0, events: 0 };
const telling = setInterval(() => say({ kind: 'progress', progress }), PROGRESS_MS);
try {
  const door = createDoor({ postgres, clock: systemClock });
  const {
    account,
    rejectsPath: rejects,
    outcome,
    resumedAfter,
  } = await importCsv(
    { postgres, door },
    {
      path,
      rejectsPath,
      spillDirectory,
      workspaceId,
      mapping: mapping as Mapping,
      memoryBytes,
      signal: ending.signal,
      onRead: ({ bytes, ofBytes }) => Object.assign(progress, { bytes, ofBytes }),
      onSent: (events) => (progress.events += events),
    },
  );
  say({ kind: 'progress', progress });
  say({ kind: 'ended', outcome, account: { ...account, resumedAfter }, hasRejects: rejects !== null });
} catch (error) {
  if (error instanceof Refusal) say({ kind: 'refused', detail: error.message, fields: [...error.fields] });
  else if (isUnavailable(error)) say({ kind: 'unavailable' });
  else throw error;
} finally {
  clearInterval(telling);
  await postgres.close();
  port.close();
}
