/** On-call of the demonstration goes around the sun without a gap, and is set up once. */
import { afterAll, expect, test } from 'vitest';
import { secretKeyOf } from '../config.ts';
import { postgresDatabase } from '../../test/databases.ts';
import { createDoor } from '../ingest/index.ts';
import { createOnCall } from '../on-call/index.ts';
import { openPostgres } from '../store/postgres/index.ts';
import { createVault, openKeyring } from '../vault/index.ts';
import { MAKER } from './maker.ts';
import { setOnCall } from './on-call.ts';
import { beginProgress, SOURCE, WORKSPACE } from './progress.ts';

const DAY = 86_400_000;
const NOW = Date.UTC(2026, 2, 20, 12);
const clock = { now: () => NOW };
const url = await postgresDatabase();
const postgres = openPostgres(url);
afterAll(() => postgres.close());

const agent = (id: string, timeZone: string, supportTier: string) => ({
  id,
  at: NOW - 60 * DAY,
  type: 'agent.upserted',
  data: { agent: id, name: `Name of ${id}`, teams: ['t'], supportTier, timeZone },
});

test('three zones, the leads behind them, a policy over both; removed, it does not come back', async () => {
  await beginProgress(postgres, {
    model: 1,
    seed: 3,
    startAt: NOW - 60 * DAY,
    liveFrom: NOW,
    anchor: { realAt: NOW, simulatedAt: NOW, speed: 1 },
    hasDirectory: true,
    daysTold: null,
    toldUntil: NOW,
  });
  const vault = createVault({
    postgres,
    clock,
    keyring: openKeyring({ secretKeys: [secretKeyOf(Buffer.alloc(32, 7).toString('base64'))!], databaseUrl: url, dataDir: '' }),
  });
  const leads = ['lead', 'manager', 'admin'].map((id) => ({ id, name: id, agentId: null, teams: [], timeZone: null }));
  const onCall = createOnCall({ postgres, clock, vault, address: 'http://localhost', colleagues: async () => leads, post: async () => {} });
  const set = () => setOnCall({ postgres, clock, onCall });
  await set();
  expect((await onCall.schedules.list(WORKSPACE)).schedules).toEqual([]);

  const zones = ['Europe/Berlin', 'Europe/Paris', 'America/Chicago', 'America/Denver', 'Asia/Tokyo', 'Australia/Sydney'];
  const outcomes = await createDoor({ postgres, clock }).accept(WORKSPACE, SOURCE, [
    ...zones.map((zone, index) => agent(`a-${index}`, zone, 'L2')),
    agent('a-first', 'Europe/Oslo', 'L1'),
  ]);
  expect(outcomes.filter(({ outcome }) => outcome !== 'accepted')).toEqual([]);
  await set();
  await set();
  // Made in the same millisecond, they come in any order.
  const schedules = (await onCall.schedules.list(WORKSPACE)).schedules.toSorted((a, b) => a.spec.name.localeCompare(b.spec.name));
  expect(schedules.map(({ spec, people }) => [spec.name, spec.layers.length, people.length])).toEqual([
    ['Critical incidents', 3, 6],
    ['Leads on call', 1, 3],
  ]);
  expect(schedules.flatMap(({ warnings }) => warnings.map(({ kind }) => kind))).not.toContain('gap');
  // Around the change of the clocks on either side of the ocean, too.
  const { line, overrides } = await onCall.schedules.shifts(WORKSPACE, schedules[0]!.id, { from: NOW - 30 * DAY, to: NOW + 30 * DAY });
  expect(line.filter(({ person }) => person === null)).toEqual([]);
  expect(overrides).toMatchObject([{ reason: 'A doctor’s appointment' }]);
  expect((await onCall.policies.list(WORKSPACE)).policies).toMatchObject([{ spec: { steps: { length: 3 } } }]);

  for (const { id } of schedules) await onCall.schedules.remove({ ...MAKER, self: [] }, id);
  await set();
  expect((await onCall.schedules.list(WORKSPACE)).schedules).toEqual([]);
});
