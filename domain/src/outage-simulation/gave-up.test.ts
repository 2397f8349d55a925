/** Who gives up is no work, and no satisfaction either: driving customers away must not look good. */
import { expect, test } from 'vitest';
import { baselineOf, channelOf, SPEC } from './example.ts';
import { modelOf, runOnce } from './run.ts';

const fitted = { efficiency: 1, allowance: [0], corrections: [] };
/** Two agents, of whom six hundred customers want something at once; each waits for so many minutes at the most. */
function flood(patience: number | null) {
  const baseline = baselineOf(2, [channelOf({ patience })]);
  const scenario = { ...SPEC.scenario, size: { by: 'customers', percent: 100 } } as const;
  return runOnce(modelOf({ baseline, fitted, timeZone: 'UTC', customers: 600, slower: 1 }, { ...SPEC, scenario }), 0).responses[0]!.numbers;
}

test('work is done for those who are answered, and satisfied are none of those who gave up', () => {
  const [patient, hasty] = [flood(null), flood(15)];
  expect([patient.gaveUp, hasty.gaveUp > 80]).toEqual([0, true]);
  expect(hasty.answered).toBeLessThan(patient.answered);
  // So many minutes a ticket, whether many give up or none.
  const each = (numbers: typeof patient) => numbers.workHours / (numbers.answered + numbers.stillWaiting);
  expect(Math.abs(each(hasty) / each(patient) - 1)).toBeLessThan(0.25);
  expect(hasty.workHours).toBeLessThan(0.75 * patient.workHours);
  // Their waits are short, as the others left.
  expect(hasty.meanWait!).toBeLessThan(patient.meanWait!);
  const gone = hasty.gaveUp / (hasty.gaveUp + hasty.answered);
  expect(hasty.satisfaction!).toBeLessThanOrEqual(95 * (1 - gone));
});
