/**
 * Payloads as they came, kept before anybody reads them. A page and the cursor behind it are one transaction: whatever dies next, the page is
 * there and is not asked for again. Each waits (`waiting`) until its events are through the door, and again when its dead letters are to be tried.
 */
import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import type pg from 'pg';
import { inTransaction, ring } from '../../store/postgres/index.ts';
import type { Items, Page } from '../connector.ts';
import type { Linked } from './records.ts';

/** The cheapest level: three quarters of the gain at a third of the time. */
const pack = promisify<Buffer, { level: number }, Buffer>(gzip);
const unpack = promisify<Buffer, Buffer>(gunzip);
const LEVEL = { level: 1 };

export interface Payload {
  readonly id: number;
  readonly kind: 'page' | 'ticket' | 'webhook';
  readonly stream: string | null;
  readonly request: KeptRequest | null;
  readonly body: Buffer;
  readonly historic: boolean;
  readonly receivedAt: Date;
  /** The version of the maps it was read by; null before. */
  readonly mapVersion: number | null;
  /** Others by which its dead letters were tried since. */
  readonly retriedBy: readonly number[];
  /** How often reading it failed as a whole. */
  readonly attempts: number;
}

/** Of a webhook what its body does not say. */
export interface KeptRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
}

interface NewPayload extends Pick<Payload, 'kind' | 'stream' | 'request' | 'historic'> {
  readonly body: Buffer | string;
  readonly receivedAt: number;
}

export async function keepPayload(
  client: pg.PoolClient,
  { workspaceId, id }: Pick<Linked, 'workspaceId' | 'id'>,
  payload: NewPayload,
): Promise<void> {
  const { kind, stream, request, body, historic, receivedAt } = payload;
  await client.query(
    `insert into raw_payload (workspace_id, connection, kind, stream, request, body, historic, received_at) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      workspaceId,
      id,
      kind,
      stream,
      request && JSON.stringify(request),
      await pack(Buffer.from(body), LEVEL),
      historic,
      new Date(receivedAt),
    ],
  );
}

/** The page whole, its cursor with it. Nothing happens where somebody else has moved on the stream meanwhile. */
export async function keepPage(
  pool: pg.Pool,
  linked: Linked,
  { stream, pages, historic, now }: { stream: string; pages: number; historic: boolean; now: number },
  { items, cursor, done, upTo }: Page,
): Promise<boolean> {
  return inTransaction(pool, async (client) => {
    const body = JSON.stringify(items);
    const hash = createHash('sha256').update(body).digest();
    const { rows } = await client.query<{ isAgain: boolean }>(
      `with before as (select page_hash from connection_stream where workspace_id = $1 and connection = $2 and stream = $3)
       update connection_stream set cursor = $4, pages = pages + 1, items = items + $5, up_to = coalesce($6, up_to),
         first_up_to = coalesce(first_up_to, $6), started_at = coalesce(started_at, $7), filled_at = case when $8 then coalesce(filled_at, $7) else filled_at end,
         page_hash = $10
       from before where workspace_id = $1 and connection = $2 and stream = $3 and pages = $9
       returning before.page_hash is not distinct from $10 as "isAgain"`,
      [linked.workspaceId, linked.id, stream, JSON.stringify(cursor), items.length, instantOf(upTo), new Date(now), done, pages, hash],
    );
    if (!rows[0]) return false;
    await ring(client, 'connections', linked.workspaceId);
    if (items.length > 0 && !rows[0].isAgain)
      await keepPayload(client, linked, { kind: 'page', stream, request: null, body, historic, receivedAt: now });
    return true;
  });
}

/** Null for what is no instant: it is only for showing. */
const instantOf = (text: string | undefined): Date | null =>
  text !== undefined && Number.isFinite(Date.parse(text)) ? new Date(text) : null;

/** What a webhook hinted at, pulled. A hint that came again meanwhile stays. */
export async function keepTicket(
  pool: pg.Pool,
  linked: Linked,
  { ticket, heard, now }: { ticket: string; heard: number; now: number },
  found: readonly Items[],
): Promise<void> {
  await inTransaction(pool, async (client) => {
    for (const { stream, items } of found)
      if (items.length > 0)
        await keepPayload(client, linked, {
          kind: 'ticket',
          stream,
          request: null,
          body: JSON.stringify(items),
          historic: false,
          receivedAt: now,
        });
    await client.query('delete from connection_hint where workspace_id = $1 and connection = $2 and ticket = $3 and heard = $4', [
      linked.workspaceId,
      linked.id,
      ticket,
      heard,
    ]);
  });
}

interface PayloadRow extends Omit<Payload, 'body'> {
  readonly body: Buffer;
}

const COLUMNS = `id, kind, stream, request, body, historic, received_at as "receivedAt", map_version as "mapVersion", retried_by as "retriedBy", attempts`;

const read = async (row: PayloadRow | undefined): Promise<Payload | null> => (row ? { ...row, body: await unpack(row.body) } : null);

/** The first that waits, in the order in which they came. */
export async function nextWaiting(pool: pg.Pool, { workspaceId, id }: Linked): Promise<Payload | null> {
  const { rows } = await pool.query<PayloadRow>(
    `select ${COLUMNS} from raw_payload where workspace_id = $1 and connection = $2 and waiting order by id limit 1`,
    [workspaceId, id],
  );
  return read(rows[0]);
}

/** The next that is to be mapped again, after `after` and up to `to`. */
export async function nextMapped(pool: pg.Pool, { workspaceId, id }: Linked, after: number, to: number): Promise<Payload | null> {
  const { rows } = await pool.query<PayloadRow>(
    `select ${COLUMNS} from raw_payload where workspace_id = $1 and connection = $2 and id > $3 and id <= $4 and not waiting order by id limit 1`,
    [workspaceId, id, after, to],
  );
  return read(rows[0]);
}

/** What webhooks brought last, the latest first. */
export async function lastReceived(
  pool: pg.Pool,
  { workspaceId, id }: Linked,
  most: number,
): Promise<Pick<Payload, 'receivedAt' | 'body'>[]> {
  const { rows } = await pool.query<{ receivedAt: Date; body: Buffer }>(
    `select received_at as "receivedAt", body from raw_payload where workspace_id = $1 and connection = $2 and kind = 'webhook' order by id desc limit $3`,
    [workspaceId, id, most],
  );
  return Promise.all(rows.map(async ({ receivedAt, body }) => ({ receivedAt, body: await unpack(body) })));
}

/** Drops what was read and speaks of somebody who was erased; how many. It cannot be mapped again. What waits is read first, and is looked at the next night. */
export async function forgetPayloads(pool: pg.Pool, workspaceId: string, speaksOfThem: (text: string) => boolean): Promise<number> {
  let forgotten = 0;
  for (let after = 0; ;) {
    const { rows } = await pool.query<Pick<Payload, 'id' | 'request' | 'body'>>(
      `select id, request, body from raw_payload where workspace_id = $1 and id > $2 and not waiting order by id limit ${LOOKED_AT_AT_ONCE}`,
      [workspaceId, after],
    );
    if (rows.length === 0) return forgotten;
    const theirs: number[] = [];
    for (const { id, request, body } of rows)
      if (speaksOfThem(JSON.stringify(request)) || speaksOfThem((await unpack(body)).toString('utf8'))) theirs.push(id);
    const { rowCount } = await pool.query('delete from raw_payload where workspace_id = $1 and id = any($2::bigint[])', [
      workspaceId,
      theirs,
    ]);
    forgotten += rowCount ?? 0;
    after = rows.at(-1)!.id;
  }
}
/** Each may be some megabytes. */
const LOOKED_AT_AT_ONCE = 10;
