import type { SimulationSpec } from '@watchdesk/domain/outage-simulation';
import { expect, test } from 'vitest';
import { presetSpec } from './draft.ts';
import { wrongIn } from './wrong.ts';

const right = presetSpec('outage', Date.UTC(2026, 5, 1), 'UTC');
const customers = (percent: number): SimulationSpec => ({ ...right, scenario: { ...right.scenario, size: { by: 'customers', percent } } });
const lasting = (durationMinutes: number): SimulationSpec => ({ ...right, scenario: { ...right.scenario, durationMinutes } });
const answered = (more: Partial<SimulationSpec['responses'][number]>): SimulationSpec => ({
  ...right,
  responses: right.responses.map((one, place) => (place === 1 ? { ...one, ...more } : one)),
});

test.each<[SimulationSpec, string | null]>([
  [right, null],
  [customers(1), null],
  [customers(100), null],
  [customers(101), '“Customers hit, %” must be at most 100.'],
  [customers(-1), '“Customers hit, %” must be at least 0.'],
  [customers(Number.NaN), '“Customers hit, %” holds no number.'],
  [lasting(5), '“Lasts” must be at least 10 m 00 s.'],
  [lasting(8 * 1440), '“Lasts” must be at most 7 d 0 h.'],
  [answered({ deflection: 120 }), '“Notice after an hour: Bot solves, % of the wave” must be at most 100.'],
  [answered({ name: ' ' }), '“Response 2: Name” must not be empty.'],
  [{ ...right, runs: 5 }, '“Runs” must be at least 10.'],
])('what is wrong is named %#', (spec, said) => {
  expect(wrongIn(spec)?.replaceAll('\u00a0', ' ') ?? null).toBe(said);
});
