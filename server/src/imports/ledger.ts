/** The rows of import_file: what is known of each file, and who may change it when. Whether it still runs is told by its last sign of life. */
import { Refusal } from '../errors.ts';
import type { FieldFault } from '../errors.ts';
import type { Postgres } from '../store/postgres/index.ts';
import type { ImportAccount, Progress } from './run-import.ts';

export const STATES = ['uploading', 'ready', 'waiting', 'running', 'finished', 'stopped', 'cancelled', 'failed'] as const;
export type State = (typeof STATES)[number];

export interface ImportProblem {
  readonly detail: string;
  readonly fields: readonly FieldFault[];
}

export interface ImportFile {
  readonly id: string;
  readonly name: string;
  readonly bytes: number;
  readonly received: number;
  readonly state: State;
  readonly mapping: Record<string, unknown> | null;
  readonly progress: Progress | null;
  readonly account: ImportAccount | null;
  readonly problem: ImportProblem | null;
  readonly madeBy: string;
  /** ISO 8601. */
  readonly madeAt: string;
  readonly startedAt: string | null;
  readonly endedAt: string | null;
  readonly hasFile: boolean;
  readonly hasRejects: boolean;
}

/** So long without a sign of life, and whoever imported it, or was to, is gone. It gives one each second. */
const SILENCE_MS = 20_000;
const isDead = `state in ('waiting', 'running') and beat_at < now() - interval '${SILENCE_MS} milliseconds'`;
const DIED: ImportProblem = { detail: 'The server stopped before the import was through.', fields: [] };

const COLUMNS = `id, name, bytes::float8 as bytes, received::float8 as received, case when ${isDead} then 'stopped' else state end as state,
  mapping, progress, account, case when ${isDead} then '${JSON.stringify(DIED)}'::jsonb else problem end as problem, made_by as "madeBy",
  made_at as "madeAt", started_at as "startedAt", ended_at as "endedAt", has_file as "hasFile", has_rejects as "hasRejects"`;

type Row = { [Name in keyof ImportFile]: ImportFile[Name] extends string | null ? unknown : ImportFile[Name] };
const iso = (at: unknown): string | null => (at === null ? null : new Date(at as string).toISOString());
const read = (row: Row): ImportFile =>
  ({ ...row, madeAt: iso(row.madeAt), startedAt: iso(row.startedAt), endedAt: iso(row.endedAt) }) as ImportFile;

const notThere = (): Refusal => new Refusal('not_found', 'There is no such import.');

export function createLedger({ pool }: Postgres) {
  return {
    async list(workspaceId: string, limit: number): Promise<ImportFile[]> {
      const { rows } = await pool.query<Row>(
        `select ${COLUMNS} from import_file where workspace_id = $1 order by made_at desc, id limit $2`,
        [workspaceId, limit],
      );
      return rows.map(read);
    },

    /** Refused when there is none. */
    async find(workspaceId: string, id: string): Promise<ImportFile> {
      const { rows } = await pool.query<Row>(`select ${COLUMNS} from import_file where workspace_id = $1 and id = $2`, [workspaceId, id]);
      if (!rows[0]) throw notThere();
      return read(rows[0]);
    },

    /** Files whose bytes are kept: each of them may be a gigabyte. */
    async countKept(workspaceId: string): Promise<number> {
      const { rows } = await pool.query<{ n: number }>('select count(*)::int as n from import_file where workspace_id = $1 and has_file', [
        workspaceId,
      ]);
      return rows[0]!.n;
    },

    async add(
      workspaceId: string,
      { id, name, bytes, madeBy, now }: { id: string; name: string; bytes: number; madeBy: string; now: number },
    ) {
      await pool.query('insert into import_file (workspace_id, id, name, bytes, made_by, made_at) values ($1, $2, $3, $4, $5, $6)', [
        workspaceId,
        id,
        name,
        bytes,
        madeBy,
        new Date(now),
      ]);
    },

    /** Counts a part that was written; false where another one was written at that place meanwhile. */
    async receive(workspaceId: string, id: string, offset: number, length: number): Promise<boolean> {
      const { rowCount } = await pool.query(
        `update import_file set received = received + $4, state = case when received + $4 = bytes then 'ready' else state end
          where workspace_id = $1 and id = $2 and state = 'uploading' and received = $3`,
        [workspaceId, id, offset, length],
      );
      return rowCount === 1;
    },

    /** Takes the file for a runner, to wait for its turn; false where somebody else has it, or there is nothing to run. */
    async queue(workspaceId: string, id: string, runner: string, mapping: unknown): Promise<boolean> {
      const { rowCount } = await pool.query(
        `update import_file set state = 'waiting', runner = $3, beat_at = now(), mapping = $4, ended_at = null,
           problem = null, progress = null, cancel_asked = false
          where workspace_id = $1 and id = $2 and has_file and (state in ('ready', 'stopped', 'cancelled', 'failed') or ${isDead})`,
        [workspaceId, id, runner, JSON.stringify(mapping)],
      );
      return rowCount === 1;
    },

    /** Its turn, where no other of the workspace has one, whichever process that is in. */
    async begin(workspaceId: string, id: string, runner: string): Promise<boolean> {
      const { rowCount } = await pool.query(
        `update import_file set state = 'running', beat_at = now(), started_at = now()
          where workspace_id = $1 and id = $2 and runner = $3 and state = 'waiting' and not cancel_asked and not exists (
            select from import_file where workspace_id = $1 and state = 'running' and not (${isDead}))`,
        [workspaceId, id, runner],
      );
      return rowCount === 1;
    },

    /** A sign of life; 'cancel' where it was asked to end, 'lost' where it belongs to another by now. */
    async beat(workspaceId: string, id: string, runner: string, progress: Progress | null): Promise<'go on' | 'cancel' | 'lost'> {
      const { rows } = await pool.query<{ cancel_asked: boolean }>(
        `update import_file set beat_at = now(), progress = coalesce($4, progress)
          where workspace_id = $1 and id = $2 and runner = $3 and state in ('waiting', 'running') returning cancel_asked`,
        [workspaceId, id, runner, progress && JSON.stringify(progress)],
      );
      return rows[0] === undefined ? 'lost' : rows[0].cancel_asked ? 'cancel' : 'go on';
    },

    async askToCancel(workspaceId: string, id: string): Promise<boolean> {
      const { rowCount } = await pool.query(
        `update import_file set cancel_asked = true where workspace_id = $1 and id = $2 and state in ('waiting', 'running') and not (${isDead})`,
        [workspaceId, id],
      );
      return rowCount === 1;
    },

    async end(
      workspaceId: string,
      id: string,
      runner: string,
      {
        state,
        account = null,
        problem = null,
        hasRejects = false,
      }: { state: State; account?: ImportAccount | null; problem?: ImportProblem | null; hasRejects?: boolean },
    ): Promise<void> {
      await pool.query(
        `update import_file set state = $4, account = coalesce($5, account), problem = $6, has_rejects = $7, ended_at = now(), runner = null
          where workspace_id = $1 and id = $2 and runner = $3 and state in ('waiting', 'running')`,
        [workspaceId, id, runner, state, account && JSON.stringify(account), problem && JSON.stringify(problem), hasRejects],
      );
    },

    /** Which of what may lie on a disk is still wanted. */
    async wanted(workspaceId: string, id: string): Promise<{ file: boolean; rejects: boolean; spill: boolean }> {
      const { rows } = await pool.query<{ file: boolean; rejects: boolean; spill: boolean }>(
        `select has_file as file, has_rejects or works as rejects, works as spill
           from (select has_file, has_rejects, state in ('waiting', 'running') and not (${isDead}) as works from import_file where workspace_id = $1 and id = $2) one`,
        [workspaceId, id],
      );
      return rows[0] ?? { file: false, rejects: false, spill: false };
    },

    async forgetFile(workspaceId: string, id: string): Promise<void> {
      await pool.query('update import_file set has_file = false where workspace_id = $1 and id = $2', [workspaceId, id]);
    },

    /** Takes an import that never ran off the list. */
    async remove(workspaceId: string, id: string): Promise<void> {
      await pool.query('delete from import_file where workspace_id = $1 and id = $2', [workspaceId, id]);
    },

    /** Of all workspaces: files that have lain about for a day, and files of rejects that did for a week or for as long as the workspace keeps such things. */
    async overdue(now: number): Promise<{ files: { workspaceId: string; id: string }[]; rejects: { workspaceId: string; id: string }[] }> {
      const files = await pool.query<{ workspaceId: string; id: string }>(
        `select workspace_id as "workspaceId", id from import_file
          where has_file and coalesce(ended_at, made_at) < $1::timestamptz - interval '1 day' and (state not in ('waiting', 'running') or ${isDead})`,
        [new Date(now)],
      );
      const rejects = await pool.query<{ workspaceId: string; id: string }>(
        `select workspace_id as "workspaceId", id from import_file left join privacy_setting using (workspace_id)
          where account is not null and account->'isForgotten' is null and state <> 'running'
            and ended_at < $1::timestamptz - least(7, coalesce((retention->>'rawDays')::int, 7)) * interval '1 day'`,
        [new Date(now)],
      );
      return { files: files.rows, rejects: rejects.rows };
    },

    /** With the reasons that quote what rows said: the numbers stay. */
    async forgetRejects(workspaceId: string, id: string): Promise<void> {
      await pool.query(
        `update import_file set has_rejects = false, account = account || '{"rejections": [], "parkings": [], "warnings": [], "isForgotten": true}' where workspace_id = $1 and id = $2`,
        [workspaceId, id],
      );
    },
  };
}

export type Ledger = ReturnType<typeof createLedger>;
