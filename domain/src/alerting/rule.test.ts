import { describe, expect, test } from 'vitest';
import { createCalendar } from '../calendar/index.ts';
import { dedupeKey, groupKey, groupOfKey, isOpenAt, opensAt, ruleSpec } from './rule.ts';
import { TEMPLATES } from './templates/index.ts';
import { ruleSentence } from './words.ts';
import { nextScheduled } from './schedule.ts';

const good = { name: 'Mine', severity: 'warning', subject: { kind: 'sla', step: 80 } };
const metric = { kind: 'metric', metric: 'waiting', windowSeconds: 3600 };
const faultOf = (change: object): string | null => {
  const read = ruleSpec.safeParse({ ...good, ...change });
  return read.success ? null : read.error.issues[0]!.path.join('.');
};

describe('what is refused, with its field:', () => {
  test.each<[string, object, string]>([
    ['no name', { name: ' ' }, 'name'],
    ['text that no database holds', { name: 'a\0b' }, 'name'],
    ['a severity that is none', { severity: 'urgent' }, 'severity'],
    ['a subject that is none', { subject: { kind: 'weather' } }, 'subject.kind'],
    ['a step that is none', { subject: { kind: 'sla', step: 85 } }, 'subject.step'],
    ['a metric that is none', { subject: { ...metric, metric: 'happiness' }, condition: null }, 'subject.metric'],
    ['a number without a condition', { subject: metric }, 'condition'],
    ['a condition without a number', { condition: { compare: 'above', value: 1 } }, 'condition'],
    ['a band the wrong way round', { subject: metric, condition: { compare: 'above', value: 1, clear: 2 } }, 'condition.clear'],
    ['a condition on no field', { subject: { ...good.subject, where: [{ field: 'mood', is: ['bad'] }] } }, 'subject.where.0.field'],
    [
      'a promise asked about an event',
      { subject: { ...good.subject, where: [{ field: 'event.to', is: ['x'] }] } },
      'subject.where.0.field',
    ],
    [
      'a condition that says two things',
      { subject: { ...good.subject, where: [{ field: 'team', is: ['a'], isNot: ['b'] }] } },
      'subject.where.0.is',
    ],
    ['a zone that is none', { subject: { kind: 'schedule', at: '09:00', timeZone: 'Mars' } }, 'subject.timeZone'],
    ['a key of what has none', { subject: metric, condition: { compare: 'above', value: 1 }, dedupe: ['ticket'] }, 'dedupe'],
    ['an audience that is none', { audience: { everybody: true } }, 'audience'],
  ])('%s', (_what, change, field) => expect(faultOf(change)).toBe(field));
});

describe('standard rules', () => {
  test('are rules, each with an id of its own', () => {
    for (const { id, spec } of TEMPLATES) expect([id, ruleSpec.safeParse(spec).error?.issues ?? []]).toEqual([id, []]);
    expect(new Set(TEMPLATES.map(({ id }) => id)).size).toBe(TEMPLATES.length);
  });

  test('keep the ids that workspaces have theirs from', () => expect(TEMPLATES.map(({ id }) => id)).toMatchSnapshot());

  test('can be read aloud', () =>
    expect(TEMPLATES.map(({ id, spec }) => `${id}: ${ruleSentence(ruleSpec.parse(spec))}`)).toMatchSnapshot());
});

test('what makes two things one alert', () => {
  const spec = ruleSpec.parse({ ...good, dedupe: ['team'] });
  expect(dedupeKey(spec, { ticket: 'a:1', team: 'x' })).toBe(dedupeKey(spec, { ticket: 'a:2', team: 'x' }));
  expect(dedupeKey(spec, { ticket: 'a:1', team: null })).not.toBe(dedupeKey(spec, { ticket: 'a:1', team: 'x' }));
  expect(dedupeKey(ruleSpec.parse(good), { ticket: 'a:1', clock: 'x' })).not.toBe(
    dedupeKey(ruleSpec.parse(good), { ticket: 'a:1', clock: 'y' }),
  );
  expect([groupOfKey(groupKey(null)), groupOfKey(groupKey('x'))]).toEqual([null, 'x']);
});

describe('active hours', () => {
  const hours = createCalendar({ zone: 'UTC', hours: { mon: [['09:00', '17:00']] } });
  const [night, noon] = [Date.UTC(2026, 2, 9, 3), Date.UTC(2026, 2, 9, 12)];
  const spec = ruleSpec.parse(good);
  test('hold back all but what is always told', () => {
    expect([isOpenAt(spec, night, hours, 'P2'), isOpenAt(spec, night, hours, 'P1'), isOpenAt(spec, noon, hours, 'P2')]).toEqual([
      false,
      true,
      true,
    ]);
    expect(opensAt(spec, night, hours)).toBe(Date.UTC(2026, 2, 9, 9));
    expect(isOpenAt({ ...spec, snoozedUntil: noon + 1 }, noon, hours, 'P3')).toBe(false);
  });
});

test.each([
  ['09:00', [1], 'Europe/Berlin', '2026-03-28T12:00:00Z', '2026-03-30T07:00:00.000Z'],
  // The clock skips half past two that night.
  ['02:30', [7], 'Europe/Berlin', '2026-03-28T12:00:00Z', '2026-03-29T01:30:00.000Z'],
  ['09:00', [1, 2, 3, 4, 5, 6, 7], 'UTC', '2026-03-10T09:00:00Z', '2026-03-11T09:00:00.000Z'],
])('%s on %j in %s', (at, weekdays, timeZone, after, due) =>
  expect(new Date(nextScheduled({ at, weekdays, timeZone }, Date.parse(after))).toISOString()).toBe(due),
);
