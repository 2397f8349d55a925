/** What a workspace has said about its status page. Each change is in the audit log, with what it was before. */
import { type StatusPageSettings, statusPageSettings } from '@watchdesk/domain/status-page';
import type pg from 'pg';
import { appendAudit, type Who } from '../audit/index.ts';
import type { Clock } from '../clock.ts';
import { invalid, refuseOvertaken } from '../errors.ts';
import { inTransaction, type Postgres } from '../store/postgres/index.ts';
import { acrossWorkspaces } from '../store/wall.ts';

export type Queryable = Pick<pg.ClientBase, 'query'>;

export interface Saver {
  readonly workspaceId: string;
  readonly who: Who;
  readonly name: string;
}

export interface Saved {
  /** 0 where nobody has said anything yet, and there are no settings. */
  readonly version: number;
  readonly settings: StatusPageSettings | null;
  readonly savedAt: Date | null;
  readonly savedBy: string | null;
  /** Paths that it had while it was public: they lead to it. */
  readonly formerSlugs: readonly string[];
}

/** What this version cannot read is no page, until somebody says it anew. */
export async function readSettings(queryable: Queryable, workspaceId: string): Promise<Saved> {
  const { rows } = await queryable.query<{ version: number; settings: unknown; savedAt: Date; savedBy: string; formerSlugs: string[] }>(
    'select version, settings, saved_at as "savedAt", saved_by as "savedBy", former_slugs as "formerSlugs" from status_page where workspace_id = $1',
    [workspaceId],
  );
  const [row] = rows;
  return row
    ? { ...row, settings: statusPageSettings.safeParse(row.settings).data ?? null }
    : { version: 0, settings: null, savedAt: null, savedBy: null, formerSlugs: [] };
}

interface Parts {
  readonly postgres: Postgres;
  readonly clock: Clock;
  /** The names at which the operator lets workspaces have their page. */
  readonly names: readonly string[];
}

/** More are no habit of anybody's, but a way to keep paths from others. */
const MOST_FORMER = 5;

/** The last ones that it had, without the one that it has now. */
function formerOf({ settings, formerSlugs }: Saved, slug: string): string[] {
  const before = settings?.enabled ? [settings.slug] : [];
  return [...new Set([...formerSlugs.filter((one) => !before.includes(one)), ...before])].filter((one) => one !== slug).slice(-MOST_FORMER);
}

/** Refuses what was begun from another version than the latest, and a path or a name that another page has. */
export async function saveSettings(
  { postgres, clock, names }: Parts,
  saver: Saver,
  settings: StatusPageSettings,
  base: number | undefined,
): Promise<void> {
  const { workspaceId, who, name } = saver;
  const now = clock.now();
  const { host, slug } = settings;
  if (host !== null && !names.includes(host))
    throw invalid('settings.host', 'must be one of the names that WATCHDESK_STATUS_NAMES gives to status pages');
  await inTransaction(postgres.pool, async (client) => {
    await client.query(`select pg_advisory_xact_lock(hashtext('status page'), hashtext($1))`, [workspaceId]);
    const before = await readSettings(client, workspaceId);
    refuseOvertaken(before.version, base);
    const isNew = settings.enabled && before.settings?.enabled !== true;
    await refuseTaken(postgres, workspaceId, { slug, host });
    await client
      .query(
        `insert into status_page (workspace_id, version, settings, slug, host, touched, news_since, saved_at, saved_by, former_slugs) values ($1, $2, $3, $4, $5, 1, $6, $6, $7, $9)
         on conflict (workspace_id) do update set version = excluded.version, settings = excluded.settings, slug = excluded.slug, host = excluded.host,
           former_slugs = excluded.former_slugs, touched = status_page.touched + 1, saved_at = excluded.saved_at, saved_by = excluded.saved_by,
           news_since = case when $8 then excluded.news_since else status_page.news_since end`,
        [workspaceId, before.version + 1, JSON.stringify(settings), slug, host, new Date(now), name, isNew, formerOf(before, slug)],
      )
      .catch(refuseTwin);
    const subject = { kind: 'status_page', id: slug, name: settings.title } as const;
    await appendAudit(
      client,
      { workspaceId, who, now },
      { action: 'status_page.saved', subject, before: before.settings, after: settings },
    );
  });
}

const TAKEN = { slug: 'must be another: this path is taken', host: 'must be another: another page has this name' } as const;

/** Asked over the wall, as the pages of all workspaces share their paths and names. */
async function refuseTaken(
  { pool }: Postgres,
  workspaceId: string,
  { slug, host }: Pick<StatusPageSettings, 'slug' | 'host'>,
): Promise<void> {
  const { rows } = await acrossWorkspaces(() =>
    pool.query<{ isSlug: boolean }>(
      // A path that led to another page goes on leading there: whoever follows an old link meets nobody else.
      `select (slug = $2 or $2 = any(former_slugs)) as "isSlug" from status_page
       where workspace_id <> $1 and (slug = $2 or $2 = any(former_slugs) or host = $3) limit 1`,
      [workspaceId, slug, host],
    ),
  );
  if (rows[0]) throw rows[0].isSlug ? invalid('settings.slug', TAKEN.slug) : invalid('settings.host', TAKEN.host);
}

/** Of two who take the same one at once the second is told by the database. */
function refuseTwin(error: unknown): never {
  const { code, constraint } = error as { code?: string; constraint?: string };
  if (code !== '23505') throw error;
  throw constraint === 'status_page_host_key' ? invalid('settings.host', TAKEN.host) : invalid('settings.slug', TAKEN.slug);
}

/** Whatever it is that changed, the page is made anew. */
export const touch = (client: Queryable, workspaceId: string): Promise<unknown> =>
  client.query('update status_page set touched = touched + 1 where workspace_id = $1', [workspaceId]);
