/** What a goal's form sends, and what is said of a goal and its changes. */
import { describe, expect, test } from 'vitest';
import type { Goal, GoalSpec, Metric } from '../../api/client.ts';
import { goalOf, goalSentence, goalValue } from '../../numbers/goal-words.ts';
import { didWhat } from './changes.ts';
import { perOf } from '../../numbers/index.ts';
import { draftOf, emptyForm, formOf } from './form.ts';
import { daysLeft, isHeld, timeGone, wayWords } from './goal-facts.ts';
import { goalsInWords, goalsTable } from './goals-table.ts';

const metric = (unit: Metric['unit']) => ({ id: 'first_response', label: 'First response', unit }) as Metric;
const spec: GoalSpec = {
  metric: 'first_response',
  whose: { to: 'team', id: 'a:b' },
  filters: [{ dimension: 'category', values: ['API'], not: true }],
  baseline: { from: 'typed', value: 15_120, source: 'The report' },
  target: 5400,
  startsOn: '2026-01-01',
  endsOn: '2026-03-31',
  windowDays: 28,
  owner: 'Morgan',
  note: 'Why',
};

describe('the form', () => {
  test.each<[string, Metric['unit'], Partial<GoalSpec>]>([
    ['a duration', 'seconds', {}],
    ['a share', 'share', { target: 0.725, baseline: { from: 'typed', value: 0.1 + 0.2, source: 'x' } }],
    ['a count', 'count', { target: 100, baseline: { from: 'typed', value: 7, source: 'x' }, title: 'Fewer' }],
    ['everybody', 'seconds', { whose: { to: 'all' }, target: 60 }],
    ['an agent', 'seconds', { whose: { to: 'agent', id: 'x' }, target: 100_000 }],
  ])('of %s gives back what it was made of', (_what, unit, change) => {
    const given = { ...spec, ...change };
    const draft = draftOf(formOf(given, unit), metric(unit))!;
    expect({ ...draft, target: draft.target.toPrecision(9) }).toEqual({
      ...given,
      target: given.target.toPrecision(9),
      baseline: draft.baseline,
    });
    expect('value' in draft.baseline && draft.baseline.value).toBeCloseTo(given.baseline.value, 9);
  });
  test('sends nothing while something is missing, and nothing of a typed value that is measured', () => {
    const empty = emptyForm('2026-01-01', 'Morgan', 'all');
    expect(empty.endsOn).toBe('2026-04-01');
    expect(draftOf(empty, metric('seconds'))).toBeNull();
    expect(draftOf({ ...empty, target: Number.NaN }, metric('seconds'))).toBeNull();
    const said = { ...empty, target: 1.5 };
    expect(draftOf(said, undefined)).toBeNull();
    expect(draftOf({ ...said, baselineFrom: 'typed', baseline: 4 }, metric('seconds'))).toBeNull();
    expect(draftOf({ ...said, baseline: 4 }, metric('seconds'))).toMatchObject({ target: 5400, baseline: { from: 'facts' } });
  });
  test.each([
    [5400, 3600],
    [600, 60],
    [172_800, 86_400],
    [30, 60],
  ])('%d seconds are typed in units of %d', (seconds, per) => expect(perOf(seconds)).toBe(per));
});

const goal = {
  id: 'g',
  spec,
  filters: [{ dimension: 'team', values: ['a:b'] }, ...spec.filters],
  direction: 'lower',
  startsAt: '2026-01-01T00:00:00Z',
  endsAt: '2026-04-01T00:00:00Z',
  standing: { pace: 'behind' },
} as Goal & { standing: NonNullable<Goal['standing']> };
const now = Date.parse('2026-03-31T12:00:00Z');

describe('in words', () => {
  test.each<[number, Metric['unit'], string]>([
    [5400, 'seconds', '1 h 30 m'],
    [7200, 'seconds', '2 h'],
    [90, 'seconds', '1 m 30 s'],
    [0.85, 'share', '85 %'],
    [0.725, 'share', '72.5 %'],
    [30, 'score', '30'],
  ])('%d %s is %s', (value, unit, words) => expect(goalValue(value, unit).replaceAll('\u00a0', ' ')).toBe(words));
  test('a goal beside its number, and the way it goes', () => {
    expect(goalSentence(goal, 'seconds', now).replaceAll('\u00a0', ' ')).toBe('Goal ≤ 1 h 30 m by 31 Mar: behind');
    expect(wayWords(goal, metric('seconds')).replaceAll('\u00a0', ' ')).toBe('from 4 h 12 m to ≤ 1 h 30 m');
    const held = { ...goal, spec: { ...spec, target: 20_000 } };
    expect([isHeld(goal), isHeld(held), wayWords(held, metric('seconds')).replaceAll('\u00a0', ' ')]).toEqual([
      false,
      true,
      'hold ≤ 5 h 33 m',
    ]);
  });
  test('its time', () => {
    expect(daysLeft(goal, now)).toBe(1);
    expect(daysLeft(goal, now + 86_400_000)).toBe(0);
    expect(timeGone(goal, Date.parse('2026-02-15T00:00:00Z'))).toBe(0.5);
  });
  test('the goal of exactly these numbers, whatever the order of filters', () => {
    expect(goalOf([goal], 'first_response', goal.filters.toReversed())).toBe(goal);
    expect(goalOf([goal], 'first_response', goal.filters.slice(1))).toBeUndefined();
    expect(goalOf([goal], 'resolution', goal.filters)).toBeUndefined();
    expect(goalOf([{ ...goal, standing: null }], 'first_response', goal.filters)).toBeUndefined();
  });
  test('what somebody did', () => {
    const [first, changed, closed] = [
      { spec, outcome: null },
      { spec: { ...spec, target: 1, note: '' }, outcome: null },
      { spec, outcome: 'missed' as const },
    ];
    expect(didWhat(first, undefined)).toBe('set it');
    expect(didWhat(changed, first)).toBe('changed the target, the note');
    expect(didWhat(first, first)).toBe('saved it as it was');
    expect(didWhat(closed, changed)).toBe('closed it: missed');
    expect(didWhat(first, closed)).toBe('opened it again');
  });
});

test('the list as a file has values for programs and words for people, and says what is withheld', () => {
  const of = { metric: () => metric('seconds') } as never;
  const standing = { value: null, n: 0, withheld: true, expected: 9000, pace: 'unknown' };
  const one = { ...goal, whoseName: 'Billing', closed: null, standing } as unknown as Goal;
  const [table, words] = [goalsTable([one], of), goalsInWords([one], of)];
  const cell = (column: string) => [table.rows[0]![table.columns.indexOf(column)], words.rows[0]![words.columns.indexOf(column)]];
  expect(cell('Began at').map(String)).toEqual(['15120', expect.stringContaining('4')]);
  expect(cell('Target')).toEqual([5400, expect.stringContaining('≤')]);
  expect(cell('Now, or at its end')).toEqual(['withheld', expect.stringContaining('withheld')]);
  expect(cell('Stands')).toEqual(['Not known', 'Not known']);
});
