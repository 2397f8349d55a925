/** The laws of a simulation: the same seed the same, a larger outage not fewer tickets, more agents not longer waits, and nobody is lost. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { baselineOf, channelOf, SPEC } from './example.ts';
import { modelOf, runOnce, type Setting } from './run.ts';
import { DO_NOTHING, type Response, type SimulationSpec } from './scenario.ts';
import { createSummary } from './summary.ts';

const FITTED = { efficiency: 0.9, allowance: [30, 5], corrections: [] };
const CHANNELS = [channelOf(), channelOf({ channel: 'chat', patience: 60, personShare: 0.6 })];
const settingOf = (agents = 3): Setting => ({
  baseline: baselineOf(agents, CHANNELS),
  fitted: FITTED,
  timeZone: 'Europe/Berlin',
  customers: 1500,
  slower: 1,
});

function played(spec: SimulationSpec, setting = settingOf()) {
  const model = modelOf(setting, spec);
  return Array.from({ length: spec.runs }, (_, run) => runOnce(model, run));
}
const meanOf = (
  runs: ReturnType<typeof played>,
  of: (numbers: ReturnType<typeof played>[number]['usual']['numbers']) => number,
  response = 0,
) => runs.reduce((sum, { responses }) => sum + of(responses[response]!.numbers), 0) / runs.length;
const scenarioOf = (more: Partial<SimulationSpec['scenario']>) => ({ ...SPEC, scenario: { ...SPEC.scenario, ...more } });

const responses = fc.record({
  name: fc.constant('one'),
  noticeMinutes: fc.option(fc.integer({ min: 0, max: 300 })),
  deflection: fc.integer({ min: 0, max: 100 }),
  extraAgents: fc.integer({ min: 0, max: 6 }),
  extraFromMinutes: fc.integer({ min: 0, max: 300 }),
  extraHours: fc.integer({ min: 1, max: 24 }),
}) satisfies fc.Arbitrary<Response>;
const scenarios = fc.record({
  percent: fc.integer({ min: 0, max: 60 }),
  durationMinutes: fc.integer({ min: 10, max: 600 }),
  seed: fc.integer({ min: 0, max: 1e6 }),
});

test('the same seed gives the same, and another another', () => {
  expect(played(SPEC)).toEqual(played(SPEC));
  expect(played({ ...SPEC, seed: 2 })).not.toEqual(played(SPEC));
});

test('nobody is lost: whoever wrote and wants a person was answered, gave up or waits', () => {
  const all = {
    ...settingOf(),
    baseline: baselineOf(
      3,
      CHANNELS.map((one) => ({ ...one, personShare: 1 })),
    ),
  };
  fc.assert(
    fc.property(scenarios, responses, ({ percent, durationMinutes, seed }, response) => {
      const spec = {
        ...scenarioOf({ size: { by: 'customers', percent }, durationMinutes }),
        responses: [{ ...response, deflection: 0 }],
        seed,
        runs: 2,
      };
      for (const { usual, responses: outcomes } of played(spec, all))
        for (const { numbers, tickets } of [usual, ...outcomes]) {
          expect(numbers.answered + numbers.gaveUp + numbers.stillWaiting).toBe(numbers.tickets);
          expect(tickets.flat().reduce((sum, one) => sum + one, 0)).toBe(numbers.tickets);
        }
    }),
    { numRuns: 25 },
  );
});

test('a longer or larger outage brings no fewer tickets, on the same luck', () => {
  fc.assert(
    fc.property(scenarios, fc.integer({ min: 0, max: 300 }), ({ percent, durationMinutes, seed }, longer) => {
      const spec = { ...scenarioOf({ size: { by: 'customers', percent }, durationMinutes }), seed, runs: 8 };
      const more = { ...spec, scenario: { ...spec.scenario, durationMinutes: durationMinutes + longer } };
      const larger = { ...spec, scenario: { ...spec.scenario, size: { by: 'customers', percent: percent + 40 } as const } };
      const tickets = meanOf(played(spec), (one) => one.tickets);
      expect(meanOf(played(more), (one) => one.tickets)).toBeGreaterThanOrEqual(tickets);
      expect(meanOf(played(larger), (one) => one.tickets)).toBeGreaterThanOrEqual(tickets);
    }),
    { numRuns: 15 },
  );
});

test('extra agents make nobody wait longer on average, a notice and a bot neither', () => {
  const better = [
    DO_NOTHING,
    { ...DO_NOTHING, name: 'hands', extraAgents: 4 },
    { ...DO_NOTHING, name: 'notice', noticeMinutes: 0 },
    { ...DO_NOTHING, name: 'bot', deflection: 50 },
  ];
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1e6 }), (seed) => {
      const runs = played({ ...SPEC, responses: better, seed, runs: 8 });
      const waits = better.map((_, place) => meanOf(runs, ({ meanWait }) => meanWait ?? 0, place));
      for (const wait of waits.slice(1)) expect(wait).toBeLessThanOrEqual(waits[0]!);
      const tickets = better.map((_, place) => meanOf(runs, (one) => one.tickets, place));
      expect(tickets[1]).toBe(tickets[0]);
      expect(tickets[2]).toBeLessThan(tickets[0]!);
      expect(tickets[3]).toBe(tickets[0]);
    }),
    { numRuns: 10 },
  );
});

test('nothing happens where nobody is hit: the day is the ordinary one', () => {
  for (const { usual, responses: outcomes } of played(scenarioOf({ size: { by: 'customers', percent: 0 } })))
    expect({ ...outcomes[0], numbers: { ...outcomes[0]!.numbers, recoveryMinutes: null } }).toEqual(usual);
});

test('a rise of 300 per cent brings three times as many more as usual come in that time, and a holiday takes half away', () => {
  const rise = played({ ...scenarioOf({ size: { by: 'rise', percent: 300 }, curve: 'flat' }), assumptions: { spread: 0 }, runs: 60 });
  // Two hours of twelve tickets.
  expect(meanOf(rise, (one) => one.tickets) - rise.reduce((sum, { usual }) => sum + usual.numbers.tickets, 0) / 60).toBeCloseTo(72, -1);
  const fewer = played({ ...scenarioOf({ size: { by: 'rise', percent: -50 }, curve: 'flat', durationMinutes: 600 }), runs: 60 });
  const lost = fewer.reduce((sum, { usual }) => sum + usual.numbers.tickets, 0) / 60 - meanOf(fewer, (one) => one.tickets);
  expect(lost).toBeGreaterThan(50);
  expect(lost).toBeLessThan(70);
});

test('a summary has medians within their bands, and costs extra agents once', () => {
  const spec = { ...SPEC, responses: [DO_NOTHING, { ...DO_NOTHING, name: 'hands', extraAgents: 50, extraHours: 10 }], runs: 20 };
  const model = modelOf(settingOf(), spec);
  const summary = createSummary(model);
  for (const run of played(spec)) summary.add(run);
  const [nothing, hands] = summary.result().responses;
  for (const { low, middle, high } of [...nothing!.allTickets, ...nothing!.waiting]) {
    expect(low).toBeLessThanOrEqual(middle!);
    expect(middle).toBeLessThanOrEqual(high!);
  }
  // All of the added work is done by those 500 paid hours.
  expect(hands!.numbers.cost).toEqual({ low: 22_500, middle: 22_500, high: 22_500 });
  expect(nothing!.difference.tickets).toEqual({ low: 0, middle: 0, high: 0 });
  expect(nothing!.numbers.satisfactionLoss.middle).toBeGreaterThan(0);
});
