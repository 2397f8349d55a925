/** Categories that grow against their usual, within the viewer's scope. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openLoaded } from '../../test/loaded.ts';
import { createOverview } from './index.ts';

const { postgres, analytics, door, loader, newWorkspace, event, startAt, close } = await openLoaded();
const HOUR = 3_600_000;
const DAY_MINUTES = 1440;
// Half of the fifth day has come.
const NOW = startAt + 4 * DAY_MINUTES * 60_000 + 3 * HOUR;
const overview = createOverview({ postgres, analytics, clock: { now: () => NOW } });
const all = { to: 'all' } as const;
const everything = { rows: all, aggregate: all, text: true };
let workspaceId: string;
afterAll(close);

/** So many tickets of a category on a day, at nine. */
const on = (day: number, category: string, many: number, team = 'billing', hour = 0) =>
  Array.from({ length: many }, (_, index) =>
    event(`s:${day}-${category}-${team}-${hour}-${index}`, day * DAY_MINUTES + hour * 60 + index / 10, 'ticket.created', {
      requester: 'c',
      category,
      team,
      assignee: `${team}-${index % 7}`,
    }),
  );

beforeAll(async () => {
  workspaceId = await newWorkspace();
  const outcomes = await door.accept(workspaceId, 's', [
    ...on(0, 'first', 1),
    ...[1, 2, 3].flatMap((day) => [...on(day, 'login', 10), ...on(day, 'billing', 10), ...on(day, 'billing', 30, 'billing', 8)]),
    ...on(4, 'login', 30),
    ...on(4, 'billing', 12),
    ...on(4, 'outage', 6, 'technical'),
    ...on(4, 'rare', 4),
  ]);
  expect(outcomes.filter(({ outcome }) => outcome !== 'accepted')).toEqual([]);
  await loader.drain();
});

const today = { from: startAt + (4 * 24 - 9) * HOUR, to: startAt + (5 * 24 - 9) * HOUR, timeZone: 'UTC' };
const ask = async (scope: object = everything) =>
  (await overview.trending({ workspaceId, scope: { ...everything, ...scope } }, today)).trends;

test('what grows beyond chance, the largest growth first, beside as much of the days before as today has come', async () =>
  expect(await ask()).toEqual([
    { category: 'login', count: 30, usual: 10, ratio: 2 },
    { category: 'outage', count: 6, usual: 0, ratio: null },
  ]));

test('of the viewer’s team alone', async () => {
  const teams = { to: 'teams', teams: ['technical'] } as const;
  expect((await ask({ rows: teams, aggregate: teams })).map(({ category }) => category)).toEqual(['outage']);
  expect(await ask({ rows: { to: 'none' }, aggregate: { to: 'none' } })).toEqual([]);
});

test('where the past is too short to know what is usual, nothing is unusual', async () => {
  const young = await newWorkspace();
  await door.accept(young, 's', [...on(2, 'login', 5), ...on(3, 'login', 5), ...on(4, 'login', 50)]);
  await loader.drain();
  expect(await overview.trending({ workspaceId: young, scope: everything }, today)).toMatchObject({ trends: [], periods: 1 });
});

test('a period that is none is refused with its field', () =>
  expect(overview.trending({ workspaceId, scope: everything }, { from: 5e12 })).rejects.toMatchObject({
    code: 'invalid',
    fields: [{ field: 'from' }],
  }));
