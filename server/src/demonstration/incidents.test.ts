/** The incidents of the demonstration are whole, hold tickets that are there, skipped no update, and are made once. */
import { afterAll, expect, test } from 'vitest';
import { postgresDatabase } from '../../test/databases.ts';
import { createIncidents } from '../incidents/index.ts';
import { announceIncidents, checkStores, createDoor } from '../ingest/index.ts';
import { ensureRules } from '../rules/index.ts';
import { openPostgres } from '../store/postgres/index.ts';
import { setIncidents } from './incidents.ts';
import { beginProgress, WORKSPACE } from './progress.ts';

const NOW = Date.UTC(2026, 2, 20, 12);
const DAY = 86_400_000;
const clock = { now: () => NOW };
const postgres = openPostgres(await postgresDatabase());
const door = createDoor({ postgres, clock });
const incidents = createIncidents({
  postgres,
  clock,
  door,
  onTrouble: (error) => {
    throw error;
  },
});
afterAll(async () => {
  await incidents.close();
  await postgres.close();
});

test('one is over with its review, one goes on, and a second start makes no other', async () => {
  await beginProgress(postgres, {
    model: 1,
    seed: 3,
    startAt: NOW,
    liveFrom: NOW,
    anchor: { realAt: NOW, simulatedAt: NOW, speed: 1 },
    hasDirectory: true,
    daysTold: null,
    toldUntil: NOW,
  });
  await ensureRules(postgres, WORKSPACE);
  const agents = ['L1', 'L2', 'L3'].map((supportTier) => ({
    id: supportTier,
    at: NOW - 9 * DAY,
    type: 'agent.upserted',
    data: { agent: supportTier, supportTier },
  }));
  const tickets = [3 * DAY, 3 * DAY + 60_000, 2 * 3_600_000].map((ago, index) => ({
    id: `t${index}`,
    at: NOW - ago,
    ticket: `s:${index}`,
    type: 'ticket.created',
    data: { requester: `c${index}`, category: 'Data import' },
  }));
  await door.accept(WORKSPACE, 's', [...agents, ...tickets]);
  for (let start = 0; start < 2; start += 1) await setIncidents({ postgres, clock });
  while ((await announceIncidents(postgres.pool, NOW, 10)) > 0);
  const reader = { workspaceId: WORKSPACE, sight: { to: 'all' } } as const;
  const { incidents: listed, counts } = await incidents.list(reader, {}, { limit: 10 });
  expect(listed.map(({ id, stage, severity, tickets: count, update }) => [id, stage, severity, count, update.skipped])).toEqual([
    ['INC-2', 'investigating', 'SEV5', 1, 0],
    ['INC-1', 'resolved', 'SEV2', 2, 0],
  ]);
  expect(counts).toEqual({ open: 1, major: 0, proposed: 0, review: 1 });
  expect(await incidents.get(reader, 'INC-1')).toMatchObject({
    keptOpenBy: 'actions',
    openActions: 1,
    response: { missedAt: null },
    review: { lacks: [] },
  });
  expect((await checkStores(postgres, WORKSPACE)).findings).toEqual([]);
});
