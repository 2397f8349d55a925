/** An incident of which nothing can be said holds up no other, of its workspace or of another. */
import { afterAll, beforeEach, expect, test } from 'vitest';
import { postgresDatabase } from '../../test/databases.ts';
import { createDoor } from '../ingest/index.ts';
import { ensureRules } from '../rules/index.ts';
import { openPostgres } from '../store/postgres/index.ts';
import { createIncidents } from './index.ts';

const postgres = openPostgres(await postgresDatabase());
const NOON = Date.UTC(2026, 5, 2, 12);
const MINUTE = 60_000;
let now = NOON;
const clock = { now: () => now };
const door = createDoor({ postgres, clock });
let troubles: unknown[] = [];
const incidents = createIncidents({ postgres, clock, door, onTrouble: (error) => troubles.push(error) });
afterAll(async () => {
  await incidents.close();
  await postgres.close();
});

const who = { kind: 'person', id: 'p', name: 'Ann', from: null } as const;
const opening = {
  isProposed: false,
  title: 'x',
  users: 'all',
  block: 'complete',
  overrides: [],
  services: [],
  regions: [],
  customers: [],
  tickets: [],
} as const;
const open = async (workspaceId: string) => {
  await postgres.pool.query('insert into workspace (workspace_id, name) values ($1, $1) on conflict do nothing', [workspaceId]);
  await ensureRules(postgres, workspaceId);
  return incidents.open({ workspaceId, sight: { to: 'all' }, by: 'ann', who }, opening);
};
const damage = (workspaceId: string) =>
  postgres.pool.query(`update incident set state = state #- '{policy,terms,SEV1}', fold = 0 where workspace_id = $1`, [workspaceId]);
const saidIn = async (workspaceId: string) => {
  const { rows } = await postgres.pool.query<{ type: string }>(
    `select type from event_log where workspace_id = $1 and actor_kind = 'system' and type like 'incident.%' order by at, type`,
    [workspaceId],
  );
  return rows.map(({ type }) => type);
};

beforeEach(() => {
  now = NOON;
  troubles = [];
});

test('what is due of the others is said at its time, and it is put off and reported', async () => {
  await open('bad');
  await open('good');
  await damage('bad');
  now = NOON + 16 * MINUTE;
  await incidents.timer.look();
  expect(await saidIn('good')).toEqual(['incident.response_missed', 'incident.update_skipped']);
  expect(await saidIn('bad')).toEqual([]);
  expect(troubles).toEqual([expect.objectContaining({ message: expect.stringContaining('INC-1') })]);
  await incidents.timer.look();
  expect(troubles).toHaveLength(1);
  now += MINUTE;
  await incidents.timer.look();
  expect(troubles).toHaveLength(2);
});

test('a hundred of them do not hold up one that is due later', async () => {
  await open('many');
  await postgres.pool.query(
    `insert into incident (workspace_id, id, state, stage, severity, opened_at, next_at, fold)
     select workspace_id, 'BAD-' || n, state #- '{policy,terms,SEV1}', stage, severity, opened_at, next_at - interval '1 minute', fold
     from incident, generate_series(1, 100) n where workspace_id = 'many'`,
  );
  now = NOON + 16 * MINUTE;
  await incidents.timer.look();
  expect(await saidIn('many')).toEqual(['incident.response_missed', 'incident.update_skipped']);
});
