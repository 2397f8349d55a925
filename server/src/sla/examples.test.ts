/** However large a policy is, its preview stays one that people read. */
import { createCalendar } from '@watchdesk/domain/calendar';
import { handbookPolicy, policySpec, type PolicyInput } from '@watchdesk/domain/sla';
import { expect, test } from 'vitest';
import { promiseExamples } from './examples.ts';

const NOW = Date.UTC(2026, 5, 2, 12) / 1000;
const calendars = new Map([
  ['office', createCalendar({ zone: 'UTC', hours: { fri: [['09:00', '18:00']] } })],
  ['always', createCalendar({ zone: 'UTC', always: true })],
]);
const examplesOf = (more: Partial<PolicyInput>) =>
  promiseExamples(policySpec.parse({ ...handbookPolicy({ business: 'office', always: 'always' }), ...more }), calendars, NOW);
const seconds = { P1: 60, P2: 60, P3: 60, P4: 60, P5: 60 };

test('of many customer tiers the first ten are shown, in multipliers and cells', () => {
  const many = Array.from({ length: 40 }, (_, index) => `tier-${String(index).padStart(2, '0')}`);
  const tiersIn = (more: Partial<PolicyInput>) => [...new Set(examplesOf(more).flatMap(({ tier }) => tier ?? []))];
  expect(tiersIn({ tiers: Object.fromEntries(many.map((tier) => [tier, 2])), cells: {} })).toEqual(many.slice(0, 10));
  const cells = { first_response: Object.fromEntries(many.map((tier) => [`P1/${tier}`, 60])) };
  expect(tiersIn({ tiers: {}, cells })).toEqual(many.slice(0, 10));
});

test('of many clocks the first ten are shown', () => {
  const metrics = Array.from({ length: 20 }, (_, index) => `clock-${String(index).padStart(2, '0')}`);
  const examples = examplesOf({
    clocks: metrics.map((metric) => ({ metric, start: ['created'], stop: ['solved'] })),
    targets: Object.fromEntries(metrics.map((metric) => [metric, seconds])),
    tiers: {},
    cells: {},
  });
  expect([...new Set(examples.map(({ metric }) => metric))]).toEqual(metrics.slice(0, 10));
  expect(examples).toHaveLength(50);
});
