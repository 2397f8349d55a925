/**
 * Workspaces that could not be heard: each stands at a place of its own in the outbox, while the others go on, and is heard from there once
 * it can be. The places are kept as readers, so that nothing is pruned that one of them has not read.
 */
import type pg from 'pg';
import type { OutboxCursor } from '../store/postgres/index.ts';

const PREFIX = 'alerts/';
type Queryable = Pick<pg.ClientBase, 'query'>;

/** By workspace, up to where each has heard. */
export async function leftBehind(queryable: Queryable): Promise<Map<string, OutboxCursor>> {
  const { rows } = await queryable.query<OutboxCursor & { name: string }>(
    `select name, transaction_id::text as transaction, position from reader where starts_with(name, $1)`,
    [PREFIX],
  );
  return new Map(rows.map(({ name, ...place }) => [name.slice(PREFIX.length), place]));
}

export async function leaveBehind(client: Queryable, workspaceId: string, { transaction, position }: OutboxCursor): Promise<void> {
  await client.query('insert into reader (name, transaction_id, position) values ($1, $2::xid8, $3)', [
    PREFIX + workspaceId,
    transaction,
    position,
  ]);
}

/** To its next place; null where it is with the others again. Answers whether it stood where it was thought to. */
export async function moveOn(client: Queryable, workspaceId: string, from: OutboxCursor, to: OutboxCursor | null): Promise<boolean> {
  const at = [PREFIX + workspaceId, from.transaction, from.position];
  const stood = 'name = $1 and (transaction_id, position) = ($2::xid8, $3)';
  const { rowCount } = to
    ? await client.query(`update reader set transaction_id = $4::xid8, position = $5 where ${stood}`, [...at, to.transaction, to.position])
    : await client.query(`delete from reader where ${stood}`, at);
  return rowCount === 1;
}
