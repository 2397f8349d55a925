/** The queue against theory: M/M/c has a known mean wait, and the fit finds back what a queue was made with. */
import { expect, test } from 'vitest';
import { PLACES } from './baseline.ts';
import { chanceOf, exponential } from './chance.ts';
import { agentsFor, meanWait, waitingShare } from './erlang.ts';
import { baselineOf, channelOf } from './example.ts';
import { corrected, fitQueue, reproduce } from './fit.ts';
import { createHeap } from './heap.ts';
import { runQueue } from './queue.ts';
import { timelineOf } from './timeline.ts';

/** Poisson arrivals, exponential handling times. */
function steady(agents: number, perHour: number, handling: number, hours: number) {
  const chance = chanceOf(11, agents, perHour);
  const tickets = [];
  for (let at = exponential(chance, 60 / perHour); at < hours * 60; at += exponential(chance, 60 / perHour))
    tickets.push({ at, channel: 0, first: exponential(chance, handling), later: 0, laterAfter: 0, givesUpAt: Number.POSITIVE_INFINITY });
  const { answeredAt } = runQueue({ tickets, staff: Array.from({ length: hours }, () => agents), efficiency: 1, allowance: [0] });
  const waits = tickets.flatMap(({ at, first }, number) => (Number.isNaN(answeredAt[number]!) ? [] : answeredAt[number]! - first - at));
  return {
    mean: waits.reduce((sum, one) => sum + one, 0) / waits.length,
    delayed: waits.filter((one) => one > 1e-9).length / waits.length,
  };
}

test.each([
  [1, 4, 9, 15_000],
  [3, 14, 10, 12_000],
  [8, 40, 9, 6_000],
])('%i agents, %i tickets an hour of %i minutes: the waits of Erlang C', { timeout: 60_000 }, (agents, perHour, handling, hours) => {
  const load = (perHour * handling) / 60;
  const { mean, delayed } = steady(agents, perHour, handling, hours);
  expect(mean / meanWait(agents, load, handling)).toBeCloseTo(1, 1);
  expect(delayed).toBeCloseTo(waitingShare(agents, load), 1);
});

// A known table: 10 erlangs, 180 s of handling, 80 % within 20 s take 14 agents.
test('agents for a service level', () => {
  expect(agentsFor(10, 180, { share: 0.8, within: 20 })).toBe(14);
  expect(agentsFor(0, 180, { share: 0.8, within: 20 })).toBe(0);
  expect(waitingShare(2, 1)).toBeCloseTo(1 / 3, 10);
  expect(meanWait(1, 1.2, 5)).toBe(Number.POSITIVE_INFINITY);
});

test('whoever waits past their patience has gone, and nobody at work means nobody answered', () => {
  const ticket = { channel: 0, first: 30, later: 0, laterAfter: 0, givesUpAt: Number.POSITIVE_INFINITY };
  const tickets = [
    { ...ticket, at: 0 },
    { ...ticket, at: 1, givesUpAt: 10 },
    { ...ticket, at: 2 },
  ];
  const run = (staff: number[]) => runQueue({ tickets, staff, efficiency: 1, allowance: [0] });
  expect([...run([1, 1]).answeredAt]).toEqual([30, Number.NaN, 60]);
  expect([...run([1, 1]).gaveUpAt]).toEqual([Number.NaN, 10, Number.NaN]);
  expect([...run([0, 0]).answeredAt]).toEqual([Number.NaN, Number.NaN, Number.NaN]);
  // What is left of the work keeps the agent from others.
  const busy = runQueue({
    tickets: [
      { ...ticket, at: 0, first: 5, later: 20, laterAfter: 1 },
      { ...ticket, at: 6.5 },
    ],
    staff: [1, 1],
    efficiency: 1,
    allowance: [0],
  });
  expect([...busy.answeredAt]).toEqual([5, 56]);
});

test('a heap gives the smallest first', () => {
  const heap = createHeap();
  const chance = chanceOf(3);
  const keys = Array.from({ length: 500 }, () => Math.floor(chance() * 50));
  for (const [value, key] of keys.entries()) heap.push(key, value);
  const found = keys.map(() => heap.pop());
  expect(found.map((value) => keys[value])).toEqual(keys.toSorted((a, b) => a - b));
});

test('the fit finds the waits of the past, and the mapping keeps longer waits longer', { timeout: 120_000 }, () => {
  // The past: the same queue with another efficiency.
  const plain = baselineOf(2, [channelOf({ hourly: Array.from({ length: 168 }, () => 7) })]);
  const past = reproduce(plain, { efficiency: 0.8, allowance: [0], corrections: [] }, { seed: 5, runs: 60 });
  const actual = {
    tickets: past.all.tickets,
    answered: past.all.answered,
    meanWait: past.all.meanWait,
    medianWait: past.all.medianWait,
    waits: past.all.waits,
  };
  const baseline = baselineOf(2, [channelOf({ hourly: plain.channels[0]!.hourly, actual })]);
  const fitted = fitQueue(baseline, 77);
  expect(fitted.efficiency).toBeCloseTo(0.8, 1);
  const { all } = reproduce(baseline, fitted, { seed: 99, runs: 120 });
  expect(all.meanWait! / actual.meanWait!).toBeCloseTo(1, 1);
  const [correction] = fitted.corrections;
  const mapped = Array.from({ length: 400 }, (_, minutes) => corrected(minutes, correction!));
  expect(mapped).toEqual(mapped.toSorted((a, b) => a - b));
  expect(corrected(1e4, correction!) - correction!.to.at(-1)!).toBeCloseTo(1e4 - correction!.from.at(-1)!);
  expect(correction!.from).toHaveLength(PLACES.length);
});

test('hours of the week are local, and where the clocks go forward a day has 23', () => {
  const spring = timelineOf(Date.UTC(2026, 2, 29, 12), 1, 'Europe/Berlin');
  expect(spring.to - spring.from).toBe(23);
  expect(spring.hours.slice(spring.from, spring.from + 4)).toEqual([144, 145, 147, 148]);
  const plain = timelineOf(Date.UTC(2026, 5, 10, 9), 2, 'UTC');
  expect(plain.hours[plain.from]).toBe(48);
  expect(plain.to - plain.from).toBe(48);
});
