/** Whether the wall between workspaces stands: what the catalogue says of it, and what somebody sees who belongs to none. */
import type pg from 'pg';
import { withinWorkspace } from '../wall.ts';

/** No workspace can be called so. */
const NOBODY = '\u0001nobody';

/** What is missing, each in a sentence that says how to mend it; nothing where the wall stands. */
export async function wallFaults(pool: pg.Pool): Promise<string[]> {
  const { rows: tables } = await pool.query<{ name: string; hasPolicy: boolean }>(
    `select c.relname as name, c.relrowsecurity and exists (select from pg_policy where polrelid = c.oid) as "hasPolicy"
     from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'workspace_id' and not a.attisdropped
     where c.relnamespace = current_schema::regnamespace and c.relkind in ('r', 'p') order by 1`,
  );
  const open = tables.filter(({ hasPolicy }) => !hasPolicy).map(({ name }) => `${name} has no policy; \`select raise_walls()\` makes it`);
  const { rows } = await pool.query<{ tenant: string; owner: string; isThere: boolean; passes: boolean }>(
    `select session_user || '_tenant' as tenant, session_user as owner, oid is not null and pg_has_role(session_user, oid, 'member') as "isThere",
       coalesce(rolsuper or rolbypassrls, false) as passes
     from (select) one left join pg_roles on rolname = session_user || '_tenant'`,
  );
  const { tenant, owner, isThere, passes } = rows[0]!;
  if (!isThere)
    return [
      ...open,
      `the role ${tenant} is missing; \`create role ${tenant} nologin; grant ${tenant} to ${owner}\` makes it, and then \`select raise_walls()\``,
    ];
  if (passes) open.push(`the role ${tenant} passes row-level security; \`alter role ${tenant} nosuperuser nobypassrls\` ends that`);
  return [
    ...open,
    ...(await seenByNobody(
      pool,
      tables.map(({ name }) => name),
    )),
  ];
}

/** Tables of which a tenant without a workspace sees rows. */
function seenByNobody(pool: pg.Pool, tables: readonly string[]): Promise<string[]> {
  return withinWorkspace(NOBODY, async () => {
    const seen: string[] = [];
    // Of a table that is somebody else's in the same database the tenant sees nothing, and is refused when it looks.
    const readable = await pool.query<{ name: string }>(
      `select name from unnest($1::text[]) as name where has_table_privilege(quote_ident(name), 'select')`,
      [tables],
    );
    for (const { name: table } of readable.rows) {
      const { rows } = await pool.query<{ is: boolean }>(`select exists (select from "${table}") as is`);
      if (rows[0]?.is) seen.push(`rows of ${table} are seen from another workspace`);
    }
    return seen;
  });
}
