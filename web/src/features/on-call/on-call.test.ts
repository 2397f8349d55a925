/** Schedules and policies in words, hours as they are edited, and where shifts lie. */
import { describe, expect, test } from 'vitest';
import { type Layer, policySpec, scheduleSpec, WARNINGS } from '@watchdesk/domain/on-call';
import { hoursOf, isWhole, newLayer, rowsOf } from './form.ts';
import { layerInWords, policyInWords, warningInWords } from './said.ts';
import { blocksOf, DAYS, holidaySpans, holidaysIn, roomOf, windowOf } from './timeline.ts';

const at = (text: string) => Date.parse(text);
const layer = (more: Partial<Layer> = {}): Layer => ({ ...newLayer('First', '2026-03-02'), people: ['person:ann', 'person:ben'], ...more });
const spec = (...layers: Layer[]) =>
  scheduleSpec.parse({ name: 'S', zone: 'Europe/Berlin', layers: layers.length === 0 ? [layer()] : layers });
const nameOf = (person: string) => ({ 'person:ann': 'Ann', 'person:ben': 'Ben' })[person] ?? person;
const daily = (from: string, to: string, ...days: string[]) => Object.fromEntries(days.map((day) => [day, [[from, to]]])) as Layer['hours'];

describe('a layer in words', () => {
  test.each<[Partial<Layer>, string]>([
    [{}, 'Ann and Ben, a week each, handing over on Mondays at 09:00 (Europe/Berlin), at all hours, since 2 Mar 2026'],
    [
      { turn: { count: 2, unit: 'days' }, zone: 'America/New_York', hours: daily('07:00', '19:00', 'mon', 'tue') },
      'Ann and Ben, 2 days each, handing over at 09:00 (America/New York), 07:00 to 19:00, Mon and Tue, since 2 Mar 2026',
    ],
    [{ people: ['person:ann'] }, 'Ann, always, at all hours, since 2 Mar 2026'],
    [
      { people: ['person:ann'], hours: { mon: [['07:00', '19:00']], tue: [['08:00', '19:00']] } },
      'Ann, always, at hours of its own, since 2 Mar 2026',
    ],
  ])('%j', (more, words) => {
    expect(layerInWords(layer(more), spec(), nameOf)).toBe(words);
  });
});

describe('hours', () => {
  test('of one stretch are edited as that, and come back as they were', () => {
    for (const hours of [null, daily('22:00', '06:00', 'mon', 'sun'), daily('07:00', '19:00', 'fri')])
      expect(rowsOf(hoursOf(hours), hours)).toEqual(hours);
  });

  test('that differ from day to day stay as they are', () => {
    const own: Layer['hours'] = {
      mon: [
        ['07:00', '09:00'],
        ['10:00', '12:00'],
      ],
    };
    expect(hoursOf(own)).toEqual({ kind: 'own' });
    expect(rowsOf({ kind: 'own' }, own)).toBe(own);
  });
});

test('a schedule is whole with a name, and of each layer a name and somebody', () => {
  expect(isWhole(spec())).toBe(true);
  expect(isWhole({ ...spec(), name: ' ' })).toBe(false);
  expect(isWhole({ ...spec(), layers: [layer({ people: [] })] })).toBe(false);
  expect(isWhole({ ...spec(), away: [{ person: 'person:ann', from: '', to: '' }] })).toBe(false);
});

test('each kind of warning has words that name what it is about', () => {
  const now = at('2026-03-10T12:00Z');
  const about = { layer: 0, person: { id: 'person:ann', name: 'Ann' }, from: '2026-03-12T08:00:00.000Z', to: '2026-03-12T09:00:00.000Z' };
  const said = WARNINGS.map((kind) => warningInWords({ kind, count: 2, ...about }, spec(), now, 'UTC'));
  expect(said).toEqual([
    'Nobody is on call in 2 stretches, first from 12 Mar, 08:00',
    'Ann does not belong to the workspace any more',
    'Ann and 1 more have no account here: their pages go to the administrators',
    'Ann is on holiday while on call, from 12 Mar, 08:00',
    'First has one person, who never has a week off',
    'Ann is on call for more than a week in a row',
    'First hands over at night',
    'No policy pages somebody else when nobody here acknowledges',
    '2 shifts on public holidays to compensate, first from 12 Mar, 08:00'.replace('2 ', '2\u00a0'),
  ]);
});

test('a policy says whom it pages when, and how often again', () => {
  const policy = policySpec.parse({
    name: 'P',
    steps: [{ tell: { onCall: ['first'] } }, { tell: { roles: ['lead'] }, minutes: 90 }, { tell: { roles: ['admin'] } }],
    repeats: 2,
  });
  expect(policyInWords(policy, ({ onCall, roles }) => [...(onCall ?? []), ...roles].join())).toEqual([
    'At once page first',
    'After 15\u00a0m page lead',
    'After 1\u00a0h\u00a045\u00a0m page admin',
    'and 2 times more from the beginning',
  ]);
});

describe('the timeline', () => {
  test('is two weeks of whole days, also where the clocks change', () => {
    const window = windowOf(at('2026-03-20T22:30Z'), 'Europe/Berlin', 0);
    expect([window.from, window.to]).toEqual([at('2026-03-19T23:00Z'), at('2026-04-02T22:00Z')]);
    expect(window.days).toHaveLength(DAYS);
    expect(windowOf(at('2026-03-20T22:30Z'), 'Europe/Berlin', 1).from).toBe(window.to);
  });

  test('cuts shifts to itself, and leaves out what lies beyond', () => {
    const window = { from: 0, to: 14 * 86_400_000, days: [] };
    const shift = (from: number, to: number) => ({
      from: new Date(from * 86_400_000).toISOString(),
      to: new Date(to * 86_400_000).toISOString(),
      person: null,
      layer: null,
      override: null,
    });
    const blocks = blocksOf([shift(-3, 7), shift(7, 7.5), shift(20, 21)], window);
    expect(blocks.map(({ left, width }) => [left, Math.round(width * 100) / 100])).toEqual([
      [0, 50],
      [50, 3.57],
    ]);
    expect(blocks.map(roomOf)).toEqual(['name', 'initials']);
  });
});

test('a public holiday is a day of the schedule’s zone, wherever it is looked at', () => {
  const holidays = holidaySpans({ holidays: ['2026-12-25', '2026-03-29'], spec: spec() as never });
  expect(holidays.map(({ from, to }) => [new Date(from).toISOString(), (to - from) / 3_600_000])).toEqual([
    ['2026-12-24T23:00:00.000Z', 24],
    ['2026-03-28T23:00:00.000Z', 23],
  ]);
  expect(holidaysIn(holidays, at('2026-12-25T23:00Z'), at('2026-12-26T12:00Z'))).toEqual([]);
  expect(holidaysIn(holidays, at('2026-12-25T22:59Z'), at('2026-12-26T12:00Z')).map(({ date }) => date)).toEqual(['2026-12-25']);
});
