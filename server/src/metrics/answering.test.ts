/** Numbers are of whole facts: none while they are made anew, and those of the new ones at once when they are. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openLoaded } from '../../test/loaded.ts';
import { rebuildFacts } from '../store/analytics/index.ts';
import { createMetrics } from './index.ts';

const { postgres, pool, analytics, clock, door, newWorkspace, event, close } = await openLoaded();
const metrics = createMetrics({ postgres, analytics, clock });
const scope = { rows: { to: 'all' }, aggregate: { to: 'all' }, text: true } as const;
let workspaceId: string;
/** Never the same twice, so that no answer is shared. */
let asked = 0;
const created = async () => {
  const period = { from: Date.UTC(2026, 2, 1) + (asked += 1), to: Date.UTC(2026, 2, 20) };
  return (await metrics.query({ workspaceId, scope }, { metrics: ['created'], period })).total.values['created']!.value;
};
const arrive = (ticket: string) => door.accept(workspaceId, 's', [event(ticket, 0, 'ticket.created', { requester: 'c' }, 'customer')]);

beforeAll(async () => {
  workspaceId = await newWorkspace();
});
afterAll(close);

test('numbers follow the facts from one making to the next, and there are none between', async () => {
  await arrive('s:1');
  await rebuildFacts({ pool, analytics });
  expect(await created()).toBe(1);
  await arrive('s:2');
  await rebuildFacts({ pool, analytics });
  expect(await created()).toBe(2);
  await analytics.empty('facts_mark');
  await expect(created()).rejects.toThrow('The facts are being made anew');
  await expect(created()).rejects.toThrow('The facts are being made anew');
  await rebuildFacts({ pool, analytics });
  expect(await created()).toBe(2);
});
