/** Walks over all tickets of a workspace, the newest creation first, so that an insert touches few monthly partitions. */
import type pg from 'pg';

const PAGE = 20_000;

export async function* ticketPages(pool: pg.Pool, workspaceId: string): AsyncGenerator<string[]> {
  for (const hidden of [false, true]) {
    let after: { at: Date | 'infinity'; id: string } = { at: 'infinity', id: '' };
    for (;;) {
      const { rows } = await pool.query<{ id: string; at: Date }>(
        `select id, created_at as at from ticket
         where workspace_id = $1 and ${hidden ? '' : 'not '}hidden and created_at <= $2 and (created_at < $2 or id > $3)
         order by created_at desc, id limit ${PAGE}`,
        [workspaceId, after.at, after.id],
      );
      if (rows.length > 0) yield rows.map(({ id }) => id);
      if (rows.length < PAGE) break;
      after = rows.at(-1)!;
    }
  }
}

/** Every workspace that has tickets or people; steps from one to the next over the primary keys. */
export async function workspaceIds(pool: pg.Pool): Promise<string[]> {
  const ids = new Set<string>();
  for (const table of ['ticket', 'directory']) {
    const { rows } = await pool.query<{ id: string }>(
      `with recursive step(id) as (
         select min(workspace_id) from ${table}
         union all
         select (select min(workspace_id) from ${table} where workspace_id > step.id) from step where step.id is not null
       ) select id from step where id is not null`,
    );
    for (const { id } of rows) ids.add(id);
  }
  return [...ids];
}
