/** The page of promises says what the catalogue says, clock by clock and part by part. */
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ticketLives } from '../../test/lives.ts';
import { openLoaded } from '../../test/loaded.ts';
import { ensureRules } from '../rules/index.ts';
import { createSla } from '../sla/index.ts';
import { rebuildFacts } from '../store/analytics/index.ts';
import { createMetrics } from './index.ts';

const { postgres, pool, analytics, door, loader, newWorkspace, close } = await openLoaded();
let now = 0;
const clock = { now: () => now };
const sla = createSla({ postgres, analytics, clock, door });
const metrics = createMetrics({ postgres, analytics, clock });
const all = { to: 'all' } as const;
const scope = { rows: all, aggregate: all, text: true } as const;
let workspaceId: string;

beforeAll(async () => {
  workspaceId = await newWorkspace();
  await ensureRules(postgres, workspaceId);
  const [events] = fc.sample(ticketLives(150), { seed: 3, numRuns: 1 });
  await door.bulk(workspaceId, 's', events!);
  await loader.drain();
  await rebuildFacts({ pool, analytics });
});
afterAll(async () => {
  sla.stop();
  await close();
});

const MEASURES = {
  met: 'sla_met',
  breached: 'sla_breached',
  severe: 'sla_severe',
  compliance: 'sla_compliance',
  shareOfTarget: 'sla_share_of_target',
};
const NAMES = Object.entries(MEASURES);
const period = { from: Date.UTC(2026, 2, 2), to: Date.UTC(2026, 2, 11) };
const rounded = (value: number | null | undefined) => (value === null || value === undefined ? null : Number(value.toPrecision(9)));

/** In the midst of it, when some are breached and not yet severe, and after everything. */
describe.each([Date.UTC(2026, 2, 6, 12), Date.UTC(2026, 5, 1)])('at %d', (present) => {
  beforeEach(() => {
    now = present;
  });

  test('of every clock, now and before', async () => {
    const page = await sla.compliance(workspaceId, scope, { ...period, metric: 'first_response' });
    const query = { metrics: Object.values(MEASURES), dimensions: ['clock' as const], period, compare: 'previous' as const };
    const { groups } = await metrics.query({ workspaceId, scope }, query);
    expect(page.metrics.filter(({ current }) => current.met > 0 && current.breached > 0).length).toBeGreaterThan(1);
    for (const { metric, current, previous } of page.metrics) {
      const values = groups.find(({ key }) => key['clock'] === metric)!.values;
      const told = (side: 'value' | 'previous') => NAMES.map(([name, id]) => [metric, name, rounded(values[id]![side])]);
      expect(told('value')).toEqual(NAMES.map(([name]) => [metric, name, rounded(current[name as keyof typeof current])]));
      expect(told('previous')).toEqual(NAMES.map(([name]) => [metric, name, rounded(previous[name as keyof typeof previous])]));
    }
  });

  test('of one clock, by team, priority and agent', async () => {
    const page = await sla.compliance(workspaceId, scope, { ...period, metric: 'resolution' });
    for (const dimension of ['team', 'priority', 'agent'] as const) {
      const { groups } = await metrics.query(
        { workspaceId, scope },
        {
          metrics: ['sla_met', 'sla_breached'],
          dimensions: [dimension],
          filters: [{ dimension: 'clock', values: ['resolution'] }],
          period,
        },
      );
      const found = Object.fromEntries(
        groups.map(({ key, values }) => [key[dimension], [values['sla_met']!.value, values['sla_breached']!.value]]),
      );
      const shown = page.breakdowns.find((one) => one.dimension === dimension)!.values;
      expect(shown.length).toBeGreaterThan(1);
      expect(found).toEqual(Object.fromEntries(shown.map(({ value, met, breached }) => [value, [met, breached]])));
    }
  });
});
