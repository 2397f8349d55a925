/** Values of dimensions are what people and vendors wrote: whatever it is, it is text. */
import { afterAll, expect, test } from 'vitest';
import { openLoaded } from '../../test/loaded.ts';
import { rebuildFacts } from '../store/analytics/index.ts';
import { createMetrics } from './index.ts';

const { postgres, pool, analytics, clock, door, loader, newWorkspace, created, close } = await openLoaded();
const metrics = createMetrics({ postgres, analytics, clock });
const all = { to: 'all' } as const;
const scope = { rows: all, aggregate: all, text: true };
const period = { from: Date.UTC(2026, 2, 1), to: Date.UTC(2026, 2, 20) };
afterAll(close);

const NAMES = ["' or 1=1 --", '\\', "\\'", '{workspaceId: String}', '🦉', '"],["', '\\N', '%00'];

test('each group is shown once, is not in the rest, and can be filtered by', async () => {
  const workspaceId = await newWorkspace();
  const outcomes = await door.accept(
    workspaceId,
    's',
    NAMES.map((category, index) => created(`s:${index}`, index, { category })),
  );
  expect(outcomes.filter(({ outcome }) => outcome !== 'accepted')).toEqual([]);
  await loader.drain();
  await rebuildFacts({ pool, analytics });
  const ask = { metrics: ['created'], period };
  const limit = NAMES.length - 1;
  const answer = await metrics.query({ workspaceId, scope }, { ...ask, dimensions: ['category', 'channel'], limit });
  expect(answer).toMatchObject({
    total: { values: { created: { value: NAMES.length } } },
    rest: { groups: 1, values: { created: { value: 1 } } },
  });
  expect(answer.groups.map(({ values }) => values['created']!.value)).toEqual(Array.from({ length: limit }, () => 1));
  for (const category of NAMES) {
    const { total } = await metrics.query({ workspaceId, scope }, { ...ask, filters: [{ dimension: 'category', values: [category] }] });
    expect([category, total.values['created']!.value]).toEqual([category, 1]);
  }
});
