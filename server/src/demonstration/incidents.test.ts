/** The incidents of the demonstration are whole, hold tickets that are there, skipped no update, and are made once. */
import { afterAll, expect, test } from 'vitest';
import { postgresDatabase } from '../../test/databases.ts';
import { createIncidents } from '../incidents/index.ts';
import { announceIncidents, checkStores, createDoor } from '../ingest/index.ts';
import { ensureRules } from '../rules/index.ts';
import { openPostgres } from '../store/postgres/index.ts';
import { incidentsTold, setIncidents } from './incidents.ts';
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

test('one is over with its review, one goes on, a second start makes no other, and what a visitor declared before stays theirs', async () => {
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
  const theirs = { incident: 'INC-1', title: 'A visitor’s own', users: 'one', block: 'minor', services: ['Checkout'] };
  await door.accept(WORKSPACE, 's', [
    { id: 'demonstration:INC-1:0', at: NOW - 1, actor: { kind: 'agent', id: 'L1' }, type: 'incident.declared', data: theirs },
  ]);
  for (let start = 0; start < 2; start += 1) await setIncidents({ postgres, clock });
  while ((await announceIncidents(postgres.pool, NOW, 10)) > 0);
  const reader = { workspaceId: WORKSPACE, sight: { to: 'all' } } as const;
  const { incidents: listed, counts } = await incidents.list(reader, {}, { limit: 10 });
  expect(listed.map(({ id, stage, severity, tickets: count, update }) => [id, stage, severity, count, update.skipped])).toEqual([
    ['INC-1', 'investigating', 'SEV5', 0, 0],
    ['INC-3', 'investigating', 'SEV5', 1, 0],
    ['INC-2', 'resolved', 'SEV2', 2, 0],
  ]);
  expect(counts).toEqual({ open: 2, major: 0, proposed: 0, review: 1 });
  expect(await incidents.get(reader, 'INC-2')).toMatchObject({
    keptOpenBy: 'actions',
    openActions: 1,
    response: { missedAt: null },
    review: { lacks: [] },
  });
  expect([...(await incidentsTold(postgres.pool))]).toEqual([
    ['INC-1', 'INC-2'],
    ['INC-2', 'INC-3'],
  ]);
  expect((await checkStores(postgres, WORKSPACE)).findings).toEqual([]);
});
