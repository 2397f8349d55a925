/** The cluster on disk: made once, checked at every start, and freed of what a crash left behind. */
import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { chmod, chown, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import type { Account } from './account.ts';
import { isAlive, untilReady } from './child.ts';

const run = promisify(execFile);

/** Role and database of the product. */
export const NAME = 'watchdesk';
/** As it is called in store/postgres/walled-pool.ts. */
const TENANT = `${NAME}_tenant`;

/** Nothing of ours leaks in: a stray PGPORT or PGDATA would silently redirect the engine. */
export const ENVIRONMENT = { PATH: process.env['PATH'] ?? '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' };

export const identity = (account?: Account) => (account ? { uid: account.uid, gid: account.gid } : {});

/** Made beside its place and renamed into it, so that an interrupted first start leaves nothing half-made behind. */
export async function createCluster(native: string, cluster: string, password: string, account?: Account): Promise<void> {
  const draft = `${cluster}.new`;
  await rm(draft, { recursive: true, force: true });
  await mkdir(draft, { mode: 0o700 });
  const passwordFile = join(dirname(cluster), 'initdb-password');
  await writeFile(passwordFile, password, { mode: 0o600 });
  if (account) for (const path of [draft, passwordFile]) await chown(path, account.uid, account.gid);
  try {
    await run(
      join(native, 'bin', 'initdb'),
      [
        `--pgdata=${draft}`,
        '--username=postgres',
        `--pwfile=${passwordFile}`,
        '--auth=scram-sha-256',
        '--encoding=UTF8',
        // Sorting must not depend on which locales the machine happens to have.
        '--locale-provider=builtin',
        '--builtin-locale=C.UTF-8',
        '--locale=C',
      ],
      { env: ENVIRONMENT, cwd: dirname(cluster), ...identity(account) },
    );
  } finally {
    await rm(passwordFile, { force: true });
  }
  await rename(draft, cluster);
}

/** The product's role, which is not a superuser, the one it takes where it sees a single workspace, and its database. */
export async function ensureDatabase(adminUrl: string, password: string): Promise<void> {
  const admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
  try {
    const { rows: roles } = await admin.query<{ rolname: string }>('select rolname from pg_roles');
    const isMissing = (name: string) => !roles.some(({ rolname }) => rolname === name);
    if (isMissing(NAME)) await admin.query(`create role ${NAME} login createdb password '${password}'`);
    if (isMissing(TENANT)) await admin.query(`create role ${TENANT} nologin; grant ${TENANT} to ${NAME}`);
    const { rows: databases } = await admin.query('select 1 from pg_database where datname = $1', [NAME]);
    if (databases.length === 0) await admin.query(`create database ${NAME} owner ${NAME}`);
  } finally {
    await admin.end();
  }
}

/** Throws when another major version made the cluster. Mends rights that a `chmod -R` over the data has opened, which Postgres refuses. */
export async function requireUsable(native: string, cluster: string): Promise<void> {
  await chmod(cluster, 0o700);
  const major = (await readFile(join(cluster, 'PG_VERSION'), 'utf8')).trim();
  const { stdout } = await run(join(native, 'bin', 'initdb'), ['--version'], { env: ENVIRONMENT });
  if (!stdout.includes(` ${major}.`)) {
    throw new Error(
      `${cluster} was made by PostgreSQL ${major}, and this is ${stdout.trim()}; dump it with the old version and restore it here`,
    );
  }
}

/**
 * After a crash the lock file's process number may belong to a stranger (often so in a container, where numbers
 * start over), and Postgres then refuses to start. We name a process that cannot exist instead and keep the rest of
 * the file, by which Postgres still notices sessions that outlived their server. If the holder is a Postgres on this
 * cluster, its launcher is dead and it is already shutting down, so we wait for it.
 */
export async function releaseAbandonedLock(cluster: string): Promise<void> {
  const lock = join(cluster, 'postmaster.pid');
  if (!existsSync(lock)) return;
  const contents = await readFile(lock, 'utf8');
  const pid = Number.parseInt(contents, 10);
  if (
    !(await untilReady(
      async () => !isAlive(pid) || !commandLine(pid).includes(cluster),
      () => false,
      30,
    ))
  ) {
    throw new Error(
      `Postgres (process ${pid}) still runs on ${cluster}, though whoever started it is gone; stop it with: kill -INT ${pid}`,
    );
  }
  if (!existsSync(lock)) return;
  const lines = contents.split('\n');
  if (isAlive(pid)) lines[0] = '99999999';
  lines[7] = 'stale'; // else the leftover of a server on this very port would pass for the new one being ready
  await writeFile(lock, lines.join('\n'));
}

function commandLine(pid: number): string {
  // Without /proc (macOS) we cannot tell, so Postgres's own check decides.
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    return '';
  }
}

/** As pg_ctl does: Postgres keeps its state in the lock file, line 8, and its port in line 4. */
export async function isReady(cluster: string, port: number): Promise<boolean> {
  const lines = await readFile(join(cluster, 'postmaster.pid'), 'utf8').then(
    (text) => text.split('\n'),
    () => [],
  );
  return Number(lines[3]) === port && lines[7]?.trim() === 'ready';
}
