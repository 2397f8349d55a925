/** Goals of the demonstration begin at what was measured, and are set once. */
import { afterAll, expect, test } from 'vitest';
import { clickhouseDatabase, postgresDatabase } from '../../test/databases.ts';
import { createGoals } from '../goals/index.ts';
import { createDoor } from '../ingest/index.ts';
import { createMetrics } from '../metrics/index.ts';
import { checkQuery } from '../metrics/question.ts';
import { createLoader, openAnalytics } from '../store/analytics/index.ts';
import { openPostgres } from '../store/postgres/index.ts';
import { setGoals } from './goals.ts';
import { beginProgress, SOURCE, WORKSPACE } from './progress.ts';

const DAY = 86_400_000;
const NOW = Date.UTC(2026, 2, 20, 12);
const clock = { now: () => NOW };
const postgres = openPostgres(await postgresDatabase());
const analytics = openAnalytics(await clickhouseDatabase());
afterAll(() => Promise.all([postgres.close(), analytics.close()]));

/** Answered after twenty minutes, and resolved after an hour, by a team. */
const ticket = (id: string, at: number) => {
  const event = (later: number, kind: string, type: string, data: object) => ({
    id: `${id} ${type}`,
    at: at + later * 60_000,
    actor: { kind, id: 'a-1' },
    ticket: `${SOURCE}:${id}`,
    type,
    data,
  });
  return [
    event(0, 'customer', 'ticket.created', { requester: 'c', team: 'billing', assignee: 'a-1' }),
    event(20, 'agent', 'ticket.message', { messageId: 'm', visibility: 'public' }),
    event(60, 'agent', 'status.changed', { to: 'resolved' }),
  ];
};

test('each begins where its number was; of what was not measured there is none; once there are some, no more are set', async () => {
  await analytics.migrate();
  await beginProgress(postgres, {
    model: 1,
    seed: 3,
    startAt: NOW - 30 * DAY,
    liveFrom: NOW,
    anchor: { realAt: NOW, simulatedAt: NOW, speed: 1 },
    hasDirectory: true,
    daysTold: null,
    toldUntil: NOW,
  });
  const door = createDoor({ postgres, clock });
  const team = { id: 'team', at: NOW - 20 * DAY, type: 'team.upserted', data: { id: 'billing', name: 'Billing' } };
  const tickets = Array.from({ length: 25 }, (_, index) => ticket(`t${index}`, NOW - 14 * DAY + index * 60_000)).flat();
  const outcomes = await door.accept(WORKSPACE, SOURCE, [team, ...tickets]);
  expect(outcomes.filter(({ outcome }) => outcome !== 'accepted')).toEqual([]);
  await createLoader({ postgres, analytics, clock }).drain();
  const metrics = createMetrics({ postgres, analytics, clock });
  const goals = createGoals({ postgres, clock, metrics, checkQuestion: checkQuery });
  const { signal } = new AbortController();
  const set = (days: number) => setGoals({ postgres, clock, goals, metrics, days }, signal);
  const scope = { rows: { to: 'all' }, aggregate: { to: 'all' }, text: true } as const;
  const told = async () => (await goals.list({ workspaceId: WORKSPACE, scope, writesRules: false, name: '' })).goals;
  await set(5);
  expect(await told()).toEqual([]);
  await set(30);
  const found = await told();
  expect(found.map(({ spec }) => [spec.title, spec.whose, spec.baseline, spec.target])).toEqual(
    expect.arrayContaining([
      ['Answer sooner', { to: 'all' }, { from: 'facts', value: 1200, n: 25 }, 1020],
      ['Resolve sooner', { to: 'team', id: 'billing' }, { from: 'facts', value: 3600, n: 25 }, 3060],
    ]),
  );
  expect(found).toHaveLength(2);
  await set(30);
  expect(await told()).toHaveLength(2);
});
