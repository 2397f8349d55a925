/** A database that does not get on: what waits at the door stays bounded, and is taken once it goes on. */
import { afterAll, expect, test } from 'vitest';
import { postgresDatabase } from '../../test/databases.ts';
import { inTransaction, openPostgres } from '../store/postgres/index.ts';
import { createDoor } from './index.ts';

const postgres = openPostgres(await postgresDatabase());
afterAll(() => postgres.close());

const NOW = Date.UTC(2026, 5, 1, 12);
const agent = (id: string) => ({ id, at: NOW, type: 'agent.upserted', data: { agent: 'agent', name: id } });
const many = (name: string, count: number) => Array.from({ length: count }, (_, n) => agent(`${name}${n}`));

test('who comes when too many wait is asked to come again, and those who wait are not lost', async () => {
  const door = createDoor({ postgres, clock: { now: () => NOW } });
  await postgres.pool.query(`insert into workspace (workspace_id, name) values ('w', 'w')`);
  const waiting = await inTransaction(postgres.pool, async (client) => {
    await client.query('lock table event_log in exclusive mode');
    const taken = [door.accept('w', 'api', [agent('first')]), door.accept('w', 'api', many('a', 3000))];
    await expect(door.accept('w', 'api', many('b', 17_000))).rejects.toMatchObject({ code: 'unavailable', retryAfterSeconds: 2 });
    return taken;
  });
  const outcomes = (await Promise.all(waiting)).flat();
  expect([outcomes.length, outcomes.every(({ outcome }) => outcome === 'accepted')]).toEqual([3001, true]);
  expect(await door.accept('w', 'api', [agent('b0')])).toEqual([{ id: 'b0', outcome: 'accepted' }]);
});
