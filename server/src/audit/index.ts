/** The audit log: what is written of it is in the transaction of what it tells of; here it is read, exported and added to from outside. */
import type { Readable } from 'node:stream';
import type { Clock } from '../clock.ts';
import { csvFile } from '../csv-file.ts';
import { invalid } from '../errors.ts';
import { inTransaction, type Postgres } from '../store/postgres/index.ts';
import { rowsWithin } from '../store/wall.ts';
import { appendAudit, checkAudit } from './chain.ts';
import type { AuditAction, AuditEntry, Deed, Who } from './entry.ts';
import { createRefused } from './refused.ts';

export { appendAudit, type AuditCheck, checkAudit } from './chain.ts';
export { countEnded, endAudit } from './end.ts';
export { createRefused } from './refused.ts';
export { AUDIT_ACTIONS, type AuditAction, type AuditEntry, type Deed, NIGHTLY, OPERATOR, TIMER, type Who } from './entry.ts';
export type Audit = ReturnType<typeof createAudit>;

export interface AuditQuestion {
  readonly actions?: readonly AuditAction[] | undefined;
  /** Part of what was written: a name, an id, an address. */
  readonly text?: string | undefined;
  /** Milliseconds since 1970. */
  readonly from?: number | undefined;
  readonly to?: number | undefined;
}

const PART = 500;

export function createAudit({ postgres, clock }: { postgres: Postgres; clock: Clock }) {
  const { pool } = postgres;

  async function page(workspaceId: string, { actions, text, from, to }: AuditQuestion, before: number | undefined, limit: number) {
    const { rows } = await pool.query<{ content: string }>(
      `select content from audit_entry
       where workspace_id = $1 and ($2::bigint is null or place < $2) and ($3::text[] is null or action = any($3))
         and ($4::text is null or strpos(lower(content), lower($4)) > 0)
         and ($5::timestamptz is null or at >= $5) and ($6::timestamptz is null or at < $6)
       order by place desc limit $7`,
      [workspaceId, before ?? null, actions?.length ? actions : null, text || null, dateOf(from), dateOf(to), limit],
    );
    return rows.map(({ content }) => JSON.parse(content) as AuditEntry);
  }

  const record = (workspaceId: string, who: Who, deed: Deed): Promise<void> =>
    inTransaction(pool, (client) => appendAudit(client, { workspaceId, who, now: clock.now() }, deed));

  return {
    /** Tells of what needs no transaction of its own, such as an export. */
    record,

    /** Tells of what somebody was refused, once a minute for each and each thing. */
    refused: createRefused({ postgres, clock }),

    /** The newest first. `next` is the cursor of the next part. */
    async list(workspaceId: string, question: AuditQuestion, { cursor, limit }: { cursor?: string | undefined; limit: number }) {
      const found = await page(workspaceId, question, placeOf(cursor), limit + 1);
      const entries = found.slice(0, limit);
      return { entries, next: found.length > limit ? String(entries.at(-1)!.place) : null };
    },

    /** All of it as CSV, the newest first. */
    exportCsv(workspaceId: string, question: AuditQuestion): Readable {
      async function* entries() {
        for (let before: number | undefined; ;) {
          const part = await page(workspaceId, question, before, PART);
          for (const { place, at, who, action, subject, before: was, after } of part)
            yield [
              place,
              at,
              who.kind,
              who.id,
              who.name,
              who.from,
              action,
              subject.kind,
              subject.id,
              subject.name,
              json(was),
              json(after),
            ] as const;
          if (part.length < PART) return;
          before = part.at(-1)!.place;
        }
      }
      return csvFile(COLUMNS, rowsWithin(workspaceId, entries()));
    },

    check: (workspaceId: string) => checkAudit(pool, workspaceId),
  };
}

const COLUMNS = [
  'place',
  'at',
  'actor_kind',
  'actor',
  'actor_name',
  'from',
  'action',
  'subject_kind',
  'subject',
  'subject_name',
  'before',
  'after',
];

const json = (value: unknown): string => (value === null || value === undefined ? '' : JSON.stringify(value));
const dateOf = (at: number | undefined): Date | null => (at === undefined ? null : new Date(at));

function placeOf(cursor: string | undefined): number | undefined {
  if (cursor === undefined) return undefined;
  if (!/^\d{1,15}$/.test(cursor)) throw invalid('cursor', 'must be the `next` of the answer before');
  return Number(cursor);
}
