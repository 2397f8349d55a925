/** What the playbook holds, which categories it knows, and when a number calls for it. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dimensionsOf, metricOf } from '../metrics/index.ts';
import { ACTIONS, callOf, ISSUE_TYPES, issueTypeOf, SIGNAL_IDS } from './index.ts';
import { keyOf } from './issue-types.ts';

test('has twenty-seven actions for seven kinds of issue, each called for by a number', () => {
  expect([ISSUE_TYPES.length, ACTIONS.length]).toEqual([7, 27]);
  const counts = ISSUE_TYPES.map(({ id }) => ACTIONS.filter(({ issueType }) => issueType === id).length);
  expect(counts).toEqual([4, 4, 4, 4, 3, 4, 4]);
  expect(new Set(ACTIONS.map(({ id }) => id)).size).toBe(27);
  expect(new Set(ACTIONS.map(({ action }) => action)).size).toBe(27);
  expect(ACTIONS.filter(({ signals }) => signals.length === 0)).toEqual([]);
  expect(new Set(ACTIONS.flatMap(({ signals }) => signals))).toEqual(new Set(SIGNAL_IDS));
});

test('a category is of one kind, and is found by its key', () => {
  const keys = ISSUE_TYPES.flatMap(({ categories }) => [...categories]);
  expect(new Set(keys).size).toBe(keys.length);
  expect(keys.map(keyOf)).toEqual(keys);
});

test.each<[string, string | null]>([
  // What the mission's sample and its routing call them.
  ['API Issue', 'api'],
  ['Login Issue', 'login'],
  ['Report Generation', 'reports'],
  ['Data Import', 'data_import'],
  ['Feature Request', 'feature_request'],
  ['Billing Issue', 'billing'],
  ['UI Bug', 'ui_bug'],
  ['Billing/Account', 'billing'],
  ['Password/Login', 'login'],
  ['API Errors', 'api'],
  ['Data Issues', 'data_import'],
  ['Integration Help', 'api'],
  ['Account Access', 'login'],
  ['Data Export', 'reports'],
  // What the simulator does.
  ['Data import', 'data_import'],
  ['Billing', 'billing'],
  ['UI bug', 'ui_bug'],
  ['Login', 'login'],
  ['Feature request', 'feature_request'],
  ['API', 'api'],
  ['Reports', 'reports'],
  ['Data quality', 'data_import'],
  ['Mobile app', 'ui_bug'],
  ['Enterprise SSO', 'login'],
  ['Integrations', 'api'],
  ['Data export', 'reports'],
  // Of none.
  ['Performance', null],
  ['Security', null],
  ['General question', null],
  ['', null],
  ['issue', null],
  ['__proto__', null],
])('%s is %s', (category, kind) => expect(issueTypeOf(category)).toBe(kind));

test.each([...SIGNAL_IDS])('%s can be told of a category, and of a team', (id) => {
  const metric = metricOf(id)!;
  expect(dimensionsOf(metric)).toEqual(expect.arrayContaining(['category', 'team']));
  expect(metric.betterWhen).not.toBe('neutral');
});

describe('a number', () => {
  const share = { betterWhen: 'higher', interval: 'wilson' } as const;
  const time = { betterWhen: 'lower' } as const;
  test.each<[string, Parameters<typeof callOf>, string]>([
    ['clearly below the others calls', [share, { value: 0.6, n: 100 }, 0.9], 'calls'],
    ['below the others within its interval does not', [share, { value: 0.85, n: 40 }, 0.9], 'quiet'],
    ['above them does not', [share, { value: 0.99, n: 1000 }, 0.9], 'quiet'],
    ['a fifth slower calls', [time, { value: 120, n: 20 }, 100], 'calls'],
    ['a little slower does not', [time, { value: 119, n: 1000 }, 100], 'quiet'],
    ['of nineteen cases is not told', [time, { value: 500, n: 19 }, 100], 'unknown'],
    ['of nothing is not told', [time, { value: null, n: 0 }, 100], 'unknown'],
    ['beside nothing is not told', [time, { value: 5, n: 100 }, null], 'unknown'],
    ['beside none at all calls', [time, { value: 5, n: 100 }, 0], 'calls'],
  ])('%s', (_what, given, call) => expect(callOf(...given)).toBe(call));

  test('that gets worse never falls silent', () =>
    fc.assert(
      fc.property(fc.nat(100), fc.nat(100), fc.nat(100), fc.integer({ min: 20, max: 500 }), fc.boolean(), (a, b, others, n, isShare) => {
        const metric = isShare ? share : time;
        const [better, worse] = (isShare ? a > b : a < b) ? [a, b] : [b, a];
        const told = (value: number) => callOf(metric, { value: isShare ? value / 100 : value, n }, isShare ? others / 100 : others);
        if (told(better) === 'calls') expect(told(worse)).toBe('calls');
      }),
    ));
});
