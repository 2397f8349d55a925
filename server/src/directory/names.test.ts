import { afterAll, expect, test } from 'vitest';
import { postgresDatabase } from '../../test/databases.ts';
import { createDoor } from '../ingest/index.ts';
import { openPostgres } from '../store/postgres/index.ts';
import { namesOf } from './index.ts';

const NOW = Date.UTC(2026, 2, 10, 12);
const postgres = openPostgres(await postgresDatabase());
afterAll(() => postgres.close());

test('who is unknown, or has a blank for a name, is called by the id', async () => {
  await postgres.pool.query(`insert into workspace (workspace_id, name) values ('w', 'W')`);
  const team = (id: string, name: string) => ({ id, at: NOW, type: 'team.upserted', data: { id, name } });
  await createDoor({ postgres, clock: { now: () => NOW } }).accept('w', 's', [team('care', 'Care'), team('none', ''), team('blank', ' ')]);
  const ids = ['care', 'none', 'blank', 'nobody'];
  const names = await namesOf(
    postgres.pool,
    'w',
    ids.map((id) => ['team', id] as const),
  );
  expect(ids.map((id) => names.of('team', id).name)).toEqual(['Care', 'none', 'blank', 'nobody']);
});
