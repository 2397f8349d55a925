/** Both real engines with durability on, an empty migrated store and a workspace, in a directory that is thrown away. */
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock } from '../server/src/clock.ts';
import { createDoor, type Door } from '../server/src/ingest/index.ts';
import { ensureRules } from '../server/src/rules/index.ts';
import { startEmbeddedPostgres } from '../server/src/store/embedded/postgres.ts';
import { migrate, openPostgres, type Postgres } from '../server/src/store/postgres/index.ts';

export interface Bench {
  postgres: Postgres;
  door: Door;
  close(): Promise<void>;
}

export const WORKSPACE = 'bench';

/** The door on a PostgreSQL of its own. */
export async function openBench(): Promise<Bench> {
  const directory = await mkdtemp(join(tmpdir(), 'watchdesk-bench-'));
  await chmod(directory, 0o755); // run by root, PostgreSQL is another account and must be let in
  const engine = await startEmbeddedPostgres({ dataDir: join(directory, 'postgres') });
  const postgres = openPostgres(engine.url);
  await migrate(postgres.pool);
  await postgres.pool.query(`insert into workspace (workspace_id, name) values ('${WORKSPACE}', 'Bench')`);
  await ensureRules(postgres, WORKSPACE);
  return {
    postgres,
    door: createDoor({ postgres, clock: systemClock }),
    close: async () => {
      await postgres.close();
      await engine.stop();
      await rm(directory, { recursive: true, force: true });
    },
  };
}
