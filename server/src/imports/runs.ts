/**
 * The imports that run in this process, and those that wait for their turn: each gives a sign of life every second, with its progress, and notes how it
 * ended. One that is stopped with the server says so at once; of one that dies with it the silence tells. Both are gone on with by a person's word.
 */
import { randomUUID } from 'node:crypto';
import type { Deed, Who } from '../audit/index.ts';
import type { Mapping } from '../connectors/csv/index.ts';
import { Refusal } from '../errors.ts';
import { acrossWorkspaces } from '../store/wall.ts';
import type { Files } from './files.ts';
import type { Ledger } from './ledger.ts';
import { type Ended, type Progress, runImport, type RunningImport } from './run-import.ts';

const BEAT_MS = 1_000;
/** Each takes a core and a good part of what PostgreSQL can write. */
const MOST_AT_ONCE = 2;

interface Parts {
  readonly ledger: Ledger;
  readonly files: Files;
  readonly postgresUrl: string;
  record(workspaceId: string, who: Who, deed: Deed): Promise<void>;
  onTrouble(error: unknown): void;
}

interface Wanted {
  readonly path: string;
  readonly mapping: Mapping;
  /** As it was given, which is how it is kept: a download of it is what a person wrote. */
  readonly given: unknown;
  readonly name: string;
  readonly who: Who;
}

/** Asked for, and not begun. */
interface Waiting extends Wanted {
  readonly workspaceId: string;
  readonly id: string;
  readonly runner: string;
}

interface Run {
  readonly thread: RunningImport;
  why: 'cancelled' | 'server stops' | 'lost' | null;
  readonly over: Promise<void>;
}

export function createRuns({ ledger, files, postgresUrl, record, onTrouble }: Parts) {
  const running = new Map<string, Run>();
  const waiting = new Map<string, Waiting>();

  const stop = (id: string, why: Run['why']) => {
    const run = running.get(id);
    if (!run || run.why !== null) return;
    run.why = why;
    run.thread.stop();
  };

  /** Takes one that waits out of the queue. */
  async function leave(id: string, end: End): Promise<void> {
    const one = waiting.get(id);
    waiting.delete(id);
    if (one) await ledger.end(one.workspaceId, id, one.runner, end);
  }

  /** The first that waits and whose workspace has none at work, for as long as there is room. One after the other, so that none is begun twice. */
  let beginning: Promise<void> = Promise.resolve();
  const beginNext = (): Promise<void> => (beginning = acrossWorkspaces(() => beginning.then(beginDue).catch(onTrouble)));
  async function beginDue(): Promise<void> {
    for (const one of waiting.values()) {
      if (running.size >= MOST_AT_ONCE) return;
      if (!(await ledger.begin(one.workspaceId, one.id, one.runner)) || !waiting.delete(one.id)) continue;
      begin(one);
    }
  }

  /** Says that those that wait are not forgotten; another process may have ended what they wait for. */
  async function look(): Promise<void> {
    for (const { workspaceId, id, runner } of waiting.values()) {
      const word = await ledger.beat(workspaceId, id, runner, null);
      if (word === 'cancel') await leave(id, { state: 'cancelled' });
      else if (word === 'lost') waiting.delete(id);
    }
    if (waiting.size > 0) await beginNext();
  }
  const looking = setInterval(() => acrossWorkspaces(() => void look().catch(onTrouble)), BEAT_MS);
  looking.unref();

  function begin({ workspaceId, id, runner, path, mapping, name, who }: Waiting): void {
    const subject = { kind: 'import', id, name } as const;
    // Not the request's, whose workspace's wall its work has nothing to do with: it goes on long after it.
    acrossWorkspaces(() => {
      let progress: Progress | null = null;
      const { rejects, spill } = files.paths(workspaceId, id);
      const thread = runImport(
        { postgresUrl, path, rejectsPath: rejects, spillDirectory: spill, workspaceId, mapping },
        (now) => (progress = now),
      );
      const beating = setInterval(() => {
        ledger.beat(workspaceId, id, runner, progress).then((word) => {
          if (word !== 'go on') stop(id, word === 'cancel' ? 'cancelled' : 'lost');
        }, onTrouble);
      }, BEAT_MS);
      const over = thread.ended
        .then(async (ended) => {
          clearInterval(beating);
          await files.removeSpill(workspaceId, id);
          if (ended.kind === 'broken') onTrouble(ended.error);
          const end = endOf(ended, running.get(id)?.why ?? null);
          if (progress) await ledger.beat(workspaceId, id, runner, progress);
          await ledger.end(workspaceId, id, runner, end);
          if (end.state === 'finished') {
            await files.removeFile(workspaceId, id);
            await ledger.forgetFile(workspaceId, id);
          }
          const { account } = end;
          const counts = account && {
            rows: account.rows,
            accepted: account.accepted,
            duplicate: account.duplicate,
            parked: account.parked,
            rejected: account.rejected,
            rowsRejected: account.rowsRejected,
          };
          await record(workspaceId, who, { action: 'import.ended', subject, after: { state: end.state, ...counts } });
        })
        // The database is gone: the silence will tell.
        .catch(onTrouble)
        .finally(() => {
          clearInterval(beating);
          running.delete(id);
          void beginNext();
        });
      running.set(id, { thread, why: null, over });
    });
  }

  return {
    /** Begins it, or has it wait for its turn: one at a time of a workspace, and a few of all. */
    async start(workspaceId: string, id: string, wanted: Wanted): Promise<void> {
      const runner = randomUUID();
      if (!(await ledger.queue(workspaceId, id, runner, wanted.given)))
        throw new Refusal('not_possible', 'It runs already, or is through.');
      const { mapping, name, who } = wanted;
      const subject = { kind: 'import', id, name } as const;
      await record(workspaceId, who, { action: 'import.started', subject, after: { source: mapping.source, shape: mapping.shape } });
      waiting.set(id, { ...wanted, workspaceId, id, runner });
      await beginNext();
    },

    /** Resolves when one that waits is out of the queue; one that runs ends after what is at work. */
    async cancel(id: string): Promise<void> {
      stop(id, 'cancelled');
      await leave(id, { state: 'cancelled' });
    },

    async stop(): Promise<void> {
      clearInterval(looking);
      const detail = 'The server was stopped before the import had its turn.';
      for (const id of waiting.keys()) await leave(id, { state: 'stopped', problem: { detail, fields: [] } });
      for (const id of running.keys()) stop(id, 'server stops');
      await Promise.all([...running.values()].map(({ over }) => over));
    },
  };
}

type End = Parameters<Ledger['end']>[3];

function endOf(ended: Ended, why: Run['why']): End {
  switch (ended.kind) {
    case 'ended': {
      const { account, hasRejects } = ended;
      if (ended.outcome === 'finished') return { state: 'finished', account, hasRejects };
      if (why === 'cancelled') return { state: 'cancelled', account, hasRejects };
      return {
        state: 'stopped',
        account,
        hasRejects,
        problem: { detail: 'The server was stopped before the import was through.', fields: [] },
      };
    }
    case 'refused':
      return { state: 'failed', problem: { detail: ended.detail, fields: ended.fields } };
    case 'unavailable':
      return { state: 'stopped', problem: { detail: 'The database did not answer any more.', fields: [] } };
    case 'broken':
      return { state: 'failed', problem: { detail: 'Something went wrong here; the log of the server says what.', fields: [] } };
  }
}
