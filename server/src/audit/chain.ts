/**
 * The chain of the audit log. An entry's hash is of the hash before it and of its own text, which is kept as it was hashed: JSON
 * that a database reads and writes again is another text.
 */
import { createHash } from 'node:crypto';
import type pg from 'pg';
import type { AuditEntry, Deed, Who } from './entry.ts';

interface Writing {
  readonly workspaceId: string;
  readonly who: Who;
  /** Milliseconds since 1970. */
  readonly now: number;
}

const FIRST = Buffer.alloc(32);

const hashOf = (before: Buffer, content: string): Buffer => createHash('sha256').update(before).update(content).digest();

/** Adds an entry within the caller's transaction: it is there if, and only if, what it tells of is. */
export async function appendAudit(client: pg.PoolClient, { workspaceId, who, now }: Writing, deed: Deed): Promise<void> {
  await client.query('insert into audit_head (workspace_id, place, hash) values ($1, 0, $2) on conflict do nothing', [workspaceId, FIRST]);
  const { rows } = await client.query<{ place: string; hash: Buffer }>(
    'select place, hash from audit_head where workspace_id = $1 for update',
    [workspaceId],
  );
  const head = rows[0]!;
  const place = Number(head.place) + 1;
  const { action, subject, before = null, after = null } = deed;
  const at = new Date(now).toISOString();
  const content = JSON.stringify({ place, at, who, action, subject, before, after });
  const hash = hashOf(head.hash, content);
  await client.query(
    `insert into audit_entry (workspace_id, place, at, actor_kind, actor, action, content, hash) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [workspaceId, place, at, who.kind, who.id, action, content, hash],
  );
  await client.query('update audit_head set place = $2, hash = $3 where workspace_id = $1', [workspaceId, place, hash]);
}

export interface StoredEntry {
  readonly place: string;
  readonly at: Date;
  readonly actor_kind: string;
  readonly actor: string;
  readonly action: string;
  readonly content: string;
  readonly hash: Buffer;
}

export interface AuditCheck {
  readonly workspaceId: string;
  readonly entries: number;
  /** Of the last entry, in hexadecimal: written down elsewhere, it shows later that nothing of the log's end was cut off. */
  readonly head: string;
  readonly findings: string[];
}

const PAGE = 1_000;

/** Follows the chain from its first entry that has not come to its end, and says where it does not hold. Changes nothing. */
export async function checkAudit(pool: pg.Pool, workspaceId: string): Promise<AuditCheck> {
  const findings: string[] = [];
  const start = await beforeFirst(pool, workspaceId);
  let { hash, place } = start;
  for (;;) {
    const { rows } = await pool.query<StoredEntry>(
      `select place, at, actor_kind, actor, action, content, hash from audit_entry where workspace_id = $1 and place > $2 order by place limit ${PAGE}`,
      [workspaceId, place],
    );
    for (const row of rows) {
      const found = Number(row.place);
      if (found !== place + 1) findings.push(`after entry ${place} comes ${found}: what was between is gone`);
      const fault = faultOf(row, hash);
      if (fault) findings.push(`entry ${found} ${fault}`);
      [hash, place] = [row.hash, found];
    }
    if (rows.length < PAGE) break;
  }
  const { rows } = await pool.query<{ place: string; hash: Buffer }>('select place, hash from audit_head where workspace_id = $1', [
    workspaceId,
  ]);
  const [head] = rows;
  // Nobody has anything taken off without an entry that says so.
  if (start.place > 0 && place === start.place) findings.push(`all ${place} entries are gone`);
  // An entry may have been added since the last page.
  if (Number(head?.place ?? 0) < place || (Number(head?.place ?? 0) === place && place > 0 && !head!.hash.equals(hash)))
    findings.push('the end of the chain is not where it is said to be');
  if (rows.length > 0 && place < Number(head!.place) && !(await isThere(pool, workspaceId, Number(head!.place))))
    findings.push(`the last entry should be ${head!.place}, and is ${place}`);
  return { workspaceId, entries: place - start.place, head: hash.toString('hex'), findings };
}

/** The place before the first entry that is kept, and its hash: what was older has come to its end (end.ts). */
async function beforeFirst(pool: pg.Pool, workspaceId: string): Promise<{ place: number; hash: Buffer }> {
  const { rows } = await pool.query<{ place: string; hash: Buffer | null }>(
    'select first_place - 1 as place, first_hash as hash from audit_head where workspace_id = $1',
    [workspaceId],
  );
  const [first] = rows;
  return first?.hash ? { place: Number(first.place), hash: first.hash } : { place: 0, hash: FIRST };
}

function faultOf(row: StoredEntry, before: Buffer): string | null {
  if (!hashOf(before, row.content).equals(row.hash)) return 'is not what was written, or does not follow the one before';
  const { place, at, who, action } = JSON.parse(row.content) as AuditEntry;
  const repeats = place === Number(row.place) && at === row.at.toISOString() && who.kind === row.actor_kind && who.id === row.actor;
  return repeats && action === row.action ? null : 'is found under what it does not say';
}

async function isThere(pool: pg.Pool, workspaceId: string, place: number): Promise<boolean> {
  const { rows } = await pool.query('select from audit_entry where workspace_id = $1 and place = $2', [workspaceId, place]);
  return rows.length > 0;
}
