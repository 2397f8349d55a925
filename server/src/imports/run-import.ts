/** Starts the thread of an import and gives what became of it. It may be asked to end between two chunks. */
import { Worker } from 'node:worker_threads';
import type { Account } from '../connectors/csv/index.ts';
import type { FieldFault } from '../errors.ts';

export interface Progress {
  /** Of the file as it lies there, so that a packed one also comes to its end. */
  readonly bytes: number;
  readonly ofBytes: number;
  /** Sent through the door. */
  readonly events: number;
}

export type ImportAccount = Account & {
  /** Tickets or rows that an earlier run had brought in already. */
  readonly resumedAfter: number;
};

export interface ThreadData {
  readonly postgresUrl: string;
  readonly path: string;
  readonly rejectsPath: string;
  readonly spillDirectory: string;
  readonly workspaceId: string;
  readonly mapping: unknown;
  readonly memoryBytes: number;
}

export type Told =
  | { readonly kind: 'progress'; readonly progress: Progress }
  | { readonly kind: 'ended'; readonly outcome: 'finished' | 'interrupted'; readonly account: ImportAccount; readonly hasRejects: boolean }
  | { readonly kind: 'refused'; readonly detail: string; readonly fields: readonly FieldFault[] }
  | { readonly kind: 'unavailable' };

export type Ended = Exclude<Told, { kind: 'progress' }> | { readonly kind: 'broken'; readonly error: unknown };

export interface RunningImport {
  stop(): void;
  readonly ended: Promise<Ended>;
}

/** Rows that wait for the others of their ticket; more of them wait on disk. */
const MEMORY_BYTES = 64e6;
/** The thread's own, beside what waits. It ends with an error beyond that, and the server goes on. */
const HEAP_MB = 512;

export function runImport(data: Omit<ThreadData, 'memoryBytes'>, onProgress: (progress: Progress) => void): RunningImport {
  const worker = new Worker(new URL('./import-thread.ts', import.meta.url), {
    workerData: { ...data, memoryBytes: MEMORY_BYTES } satisfies ThreadData,
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MB, maxYoungGenerationSizeMb: 64 },
  });
  const ended = new Promise<Ended>((settle) => {
    worker.on('message', (told: Told) => (told.kind === 'progress' ? onProgress(told.progress) : settle(told)));
    worker.once('error', (error) => settle({ kind: 'broken', error }));
    worker.once('exit', () => settle({ kind: 'broken', error: new Error('The thread of an import ended without a word') }));
  });
  return { stop: () => worker.postMessage('stop'), ended };
}
