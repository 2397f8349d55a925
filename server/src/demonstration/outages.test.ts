/** The demonstration's outages: what was and what runs, one of them an incident's, and told again they say nothing new. */
import { afterAll, expect, test } from 'vitest';
import { postgresDatabase } from '../../test/databases.ts';
import { APPLICATION, createDoor, ensureApplication } from '../ingest/index.ts';
import { openPostgres } from '../store/postgres/index.ts';
import { setOutages } from './outages.ts';
import { WORKSPACE } from './progress.ts';

const NOW = Date.UTC(2026, 2, 20, 12);
const DAY = 86_400_000;
let now = NOW;
const clock = { now: () => now };
const postgres = openPostgres(await postgresDatabase());
afterAll(() => postgres.close());

const counted = async (where: string) =>
  (await postgres.pool.query<{ n: number }>(`select count(*)::int as n from outage where workspace_id = $1 and ${where}`, [WORKSPACE]))
    .rows[0]!.n;

test('they go back a month, some run or are planned, and one belongs to an incident', async () => {
  await postgres.pool.query(`insert into workspace (workspace_id, name) values ($1, 'Demonstration') on conflict do nothing`, [WORKSPACE]);
  await ensureApplication(postgres, WORKSPACE);
  const declare = (incident: string) => ({
    id: 'demonstration:INC-1:0',
    at: NOW - DAY,
    actor: { kind: 'agent', id: 'a' },
    type: 'incident.declared',
    data: { incident, title: 'Imports hang', users: 'multiple', block: 'complete', services: ['Data pipelines'] },
  });
  await createDoor({ postgres, clock }).accept(WORKSPACE, 'a-visitor', [declare('INC-1')]);
  await createDoor({ postgres, clock }).accept(WORKSPACE, APPLICATION, [declare('INC-2')]);
  await setOutages({ postgres, clock }, 7, 30 * DAY);
  expect(await counted('true')).toBeGreaterThan(80);
  expect(await counted('is_planned')).toBeGreaterThan(10);
  expect(await counted(`incident = 'INC-2' and site = 'site-oregon' and ended_at is null`)).toBe(1);
  expect(await counted(`incident = 'INC-1'`)).toBe(0);
  expect(await counted(`not is_planned and started_at > '${new Date(NOW).toISOString()}'`)).toBe(0);

  const before = await counted('true');
  await setOutages({ postgres, clock }, 7, 30 * DAY);
  expect(await counted('true')).toBe(before);
  expect((await postgres.pool.query('select from outage_change')).rowCount).toBe(0);
  now += 2 * DAY;
  await setOutages({ postgres, clock }, 7, DAY);
  expect(await counted('true')).toBeGreaterThan(before);
  expect((await postgres.pool.query('select from outage_place where workspace_id = $1', [WORKSPACE])).rowCount).toBe(3);
});
