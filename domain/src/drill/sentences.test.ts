/** What the score says of each part, word by word: whoever reads it has only these. */
import { describe, expect, test } from 'vitest';
import { type Deed, factsOf, MINUTE, nothingDone, PERFECT, START } from './example.ts';
import { type PartId, scoreOf, timelineOf } from './index.ts';
import { spanWords } from './words.ts';
import type { DrillFacts } from './course.ts';

const plain = (text: string): string => text.replaceAll('\u00a0', ' ');
const saidOf = (facts: DrillFacts, id: PartId): string => plain(scoreOf(facts).parts.find((part) => part.id === id)!.said);

const ends = (status: number | null, ...notices: readonly (readonly [minute: number, isEnd?: boolean])[]): DrillFacts =>
  factsOf([
    ...PERFECT.filter(([, type]) => type !== 'incident.update_posted' && type !== 'incident.status_changed'),
    ...(status === null ? [] : [[status, 'incident.status_changed', { to: 'resolved' }] as Deed]),
    ...notices.map(([minute, isEnd = false]): Deed => [
      minute,
      'incident.update_posted',
      { audience: 'customers', text: 'x', ...(isEnd && { template: 'customers.resolved' }) },
    ]),
  ]);

/** The outage ends at minute 60. */
describe('the end', () => {
  test.each<[string, DrillFacts, string]>([
    ['nothing', ends(null), 'It was not resolved, and customers were not told that it is over.'],
    ['news while it lasts', ends(64, [50]), 'It was resolved 4 m after its end, and customers were not told that it is over.'],
    ['all in time', ends(64, [65, true]), 'It was resolved 4 m after its end, and customers were told 5 m after it.'],
    [
      'the template too early',
      ends(64, [48, true]),
      'It was resolved 4 m after its end, and customers were told 12 m too early that it is over.',
    ],
    [
      'news after an early resolve',
      ends(40, [41]),
      'It was resolved 20 m before it was over, and customers were told 19 m too early that it is over.',
    ],
    [
      'early, and again',
      ends(40, [40, true], [63]),
      'It was resolved 20 m before it was over, and customers were told 20 m too early, and again 3 m after it.',
    ],
    ['nobody told of an early one', ends(40), 'It was resolved 20 m before it was over, and customers were not told that it is over.'],
  ])('of %s', (_, facts, words) => {
    expect(saidOf(facts, 'resolve')).toBe(words);
  });

  test('told too early is advised to wait, and told late to be quick', () => {
    const advice = (facts: DrillFacts) => scoreOf(facts).parts.find(({ id }) => id === 'resolve')!.better;
    expect([advice(ends(64, [48, true])), advice(ends(40, [63])), advice(ends(64, [50]))]).toEqual([
      'Wait until customers confirm that it works before you resolve it and say so.',
      'Wait until customers confirm that it works before you resolve it and say so.',
      'Once the fix holds, resolve it and post the last update.',
    ]);
  });
});

test('roles that nobody had are listed with "or"', () => {
  const roles = (...wanted: string[]) =>
    saidOf(
      factsOf(PERFECT.filter(([, type, data]) => type !== 'incident.role_assigned' || wanted.includes((data as { role: string }).role))),
      'roles',
    );
  expect([
    roles(),
    roles('commander'),
    roles('commander', 'technical_lead'),
    roles('commander', 'technical_lead', 'communications'),
  ]).toEqual([
    'Nobody was named for incident commander, technical lead or communications.',
    'Nobody was named for technical lead or communications.',
    'Nobody was named for communications.',
    'All roles were filled.',
  ]);
});

test('what came before the first ticket says so, and what never came too', () => {
  const declaredAt = (minute: number) =>
    saidOf(factsOf(PERFECT.map((one): Deed => (one[1] === 'incident.declared' ? [minute, one[1], one[2]] : one))), 'declare');
  expect([declaredAt(1), declaredAt(2), declaredAt(2.5), declaredAt(88)]).toEqual([
    'Declared before the first ticket.',
    'Declared 0 s after the first ticket.',
    'Declared 30 s after the first ticket.',
    'Declared 1 h 26 m after the first ticket.',
  ]);
  expect(['detect', 'declare', 'acknowledge', 'notice', 'status_page'].map((id) => saidOf(nothingDone(), id as PartId))).toEqual([
    'Nobody saw it.',
    'No incident was declared.',
    'Nobody did anything on the incident.',
    'Customers were told nothing.',
    'The status page said nothing.',
  ]);
});

test('tickets that do not belong are told apart, one by one', () => {
  const strangers = (count: number) => saidOf(factsOf(PERFECT, { strangers: count }), 'links');
  expect([0, 1, 2].map(strangers)).toEqual([
    '10 of 10 tickets that belong were linked.',
    '10 of 10 tickets that belong were linked, and 1 that does not.',
    '10 of 10 tickets that belong were linked, and 2 that do not.',
  ]);
});

test('spans are written as on every screen, and never broken across lines', () => {
  expect([-5, 0, 29_400, 59_600, 90 * 1000, 59.6 * MINUTE, 125 * MINUTE].map((ms) => plain(spanWords(ms)))).toEqual([
    '0 s',
    '0 s',
    '29 s',
    '1 m',
    '2 m',
    '1 h 00 m',
    '2 h 05 m',
  ]);
  expect(spanWords(START)).not.toContain(' ');
});

test('updates that were missed are counted, and the timeline says when', () => {
  const facts = (...minutes: number[]) =>
    factsOf([
      ...PERFECT.filter(([, type]) => type !== 'incident.update_posted'),
      ...minutes.map((minute): Deed => [minute, 'incident.update_posted', { audience: 'customers', text: 'x' }]),
    ]);
  expect([facts(12, 32, 47, 65), facts(12, 33, 47, 65), facts(12, 65)].map((one) => saidOf(one, 'updates'))).toEqual([
    'No update was late.',
    '1 of 2 updates came late or not at all.',
    'None of 2 updates came when it was due.',
  ]);
  const updates = scoreOf(facts(12)).parts.find(({ id }) => id === 'updates')!;
  expect(plain(updates.target)).toBe('One every 15 m, until it is over');
  const lapses = (one: DrillFacts) =>
    timelineOf(one, true).flatMap(({ side, afterMs, text }) => (side === 'lapse' ? [`${afterMs / MINUTE} ${text}`] : []));
  // Told at minute 12: what was due at minute 32 is an update, and no first notice.
  expect(lapses(facts(12, 33, 47, 65))).toEqual(['32 An update was due']);
  expect(lapses(facts(33, 47, 65))).toEqual(['32 Customers should have been told by now']);
});
