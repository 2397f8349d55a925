/**
 * The wall between workspaces in PostgreSQL. Whatever is asked within a workspace goes through connections that have taken the tenant's
 * role, to which PostgreSQL shows the rows of the workspace they are set to and no others. Whatever else is asked has connections of the
 * owner, to whom everything is shown.
 */
import pg from 'pg';
import { currentWorkspace } from '../wall.ts';

/** Where views stand in the place of tables for the tenant (migration 0022). */
export const TENANT_SCHEMA = 'tenant';

/**
 * Where the role is missing the connection stays the owner's, as before there was a wall; `doctor` says so. `session_user` is whom
 * the connection was opened by, also after it has taken the role.
 */
const ENTER = `select set_config('watchdesk.workspace', $1, false), set_config('search_path', '${TENANT_SCHEMA}, ' || current_setting('search_path'), false),
    set_config('role', rolname, false)
  from pg_roles where rolname = session_user || '_tenant' and pg_has_role(session_user, oid, 'member') and to_regnamespace('${TENANT_SCHEMA}') is not null`;
const MOVE = `select set_config('watchdesk.workspace', $1, false)`;

type Connected = (error: Error | undefined, client: pg.PoolClient | undefined, done: (release?: unknown) => void) => void;

/** A pool of the owner's connections, and behind it one of the tenant's, from which whoever asks within a workspace is served. */
export class WalledPool extends pg.Pool {
  readonly #tenant: pg.Pool;
  /** Which workspace a connection is set to. It stays so when it is given back: most often the next one asks for the same. */
  readonly #places = new WeakMap<pg.PoolClient, string>();

  constructor(config: pg.PoolConfig, tenantConnections: number) {
    super(config);
    this.#tenant = new pg.Pool({ ...config, max: tenantConnections });
    for (const event of ['error', 'connect'] as const) this.#tenant.on(event, (...told: unknown[]) => void this.emit(event, ...told));
  }

  override connect(): Promise<pg.PoolClient>;
  override connect(callback: Connected): void;
  override connect(callback?: Connected): Promise<pg.PoolClient> | void {
    const workspaceId = currentWorkspace();
    if (workspaceId === undefined) return callback ? super.connect(callback) : super.connect();
    return callback ? void this.#lend(workspaceId, callback) : this.#enter(workspaceId);
  }

  override end(): Promise<void>;
  override end(callback: () => void): void;
  override end(callback?: () => void): Promise<void> | void {
    const ended = Promise.all([super.end(), this.#tenant.end()]).then(() => {});
    if (!callback) return ended;
    void ended.finally(callback);
  }

  async #lend(workspaceId: string, callback: Connected): Promise<void> {
    let client: pg.PoolClient;
    try {
      client = await this.#enter(workspaceId);
    } catch (error) {
      return callback(error as Error, undefined, () => {});
    }
    callback(undefined, client, (broken) => client.release(broken as Error | undefined));
  }

  async #enter(workspaceId: string): Promise<pg.PoolClient> {
    const client = await this.#tenant.connect();
    const place = this.#places.get(client);
    if (place === workspaceId) return client;
    try {
      await client.query(place === undefined ? ENTER : MOVE, [workspaceId]);
      this.#places.set(client, workspaceId);
      return client;
    } catch (error) {
      client.release(error as Error); // nobody knows where it stands
      throw error;
    }
  }
}
