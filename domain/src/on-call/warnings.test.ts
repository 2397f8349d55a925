/** Each rule of on-call is heard where it is broken, and only there. */
import { describe, expect, test } from 'vitest';
import { type History, scheduleSpec, type WarningKind, warningsOf } from './index.ts';

const at = (text: string) => Date.parse(text) / 1000;
const good = {
  name: 'Second line',
  zone: 'Europe/Berlin',
  layers: [
    {
      name: 'Week',
      people: ['person:ann', 'person:ben'],
      turn: { count: 1, unit: 'weeks' },
      handOff: { at: '09:00', weekday: 'mon' },
      startsOn: '2026-03-02',
    },
  ],
};
const [layer] = good.layers;
const around = { holidays: new Set<string>(), hasBackup: true, standing: (): 'reachable' | 'unreachable' | 'gone' => 'reachable' };
const FROM = at('2026-03-16T00:00Z');
const warnings = (spec: object, more: Partial<typeof around> = {}, overrides: History['overrides'] = []) => {
  const read = scheduleSpec.parse({ ...good, ...spec });
  return warningsOf(read, { versions: [{ since: null, spec: read }], overrides }, { ...around, ...more }, FROM, FROM + 28 * 86_400);
};
const kinds = (...asked: Parameters<typeof warnings>): WarningKind[] => warnings(...asked).map(({ kind }) => kind);

test('of a schedule that keeps the rules there is none, also where a week is an hour longer', () => {
  expect(kinds({})).toEqual([]);
  const autumn = scheduleSpec.parse(good);
  const from = at('2026-10-12T00:00Z');
  expect(warningsOf(autumn, { versions: [{ since: null, spec: autumn }], overrides: [] }, around, from, from + 28 * 86_400)).toEqual([]);
});

describe('it warns of', () => {
  test.each<[string, object, WarningKind[]]>([
    ['a single person, who never has a week off', { layers: [{ ...layer, people: ['person:ann'] }] }, ['few_people', 'long_run']],
    ['turns of more than a week', { layers: [{ ...layer, turn: { count: 2, unit: 'weeks' } }] }, ['long_run', 'long_run']],
    ['hours of nobody', { layers: [{ ...layer, hours: { mon: [['09:00', '17:00']] } }] }, ['gap']],
    ['a hand-off at night', { layers: [{ ...layer, handOff: { at: '23:00', weekday: 'mon' } }] }, ['night_hand_off']],
    [
      'turns of hours that end at night',
      { layers: [{ ...layer, turn: { count: 12, unit: 'hours' }, handOff: { at: '14:00', weekday: 'mon' } }] },
      ['night_hand_off'],
    ],
    ['somebody who is on holiday then', { away: [{ person: 'person:ann', from: '2026-03-18', to: '2026-03-19' }] }, ['on_holiday']],
  ])('%s', (_what, spec, expected) => {
    expect(kinds(spec)).toEqual(expected);
  });

  test('whose holiday it is, and which days', () => {
    const [warning] = warnings({ away: [{ person: 'person:ann', from: '2026-03-20', to: '2026-03-20' }] });
    expect(warning).toEqual({
      kind: 'on_holiday',
      layer: null,
      person: 'person:ann',
      from: at('2026-03-19T23:00Z'),
      to: at('2026-03-20T23:00Z'),
      count: 1,
    });
  });

  test('nobody on holiday whose turn somebody else has taken', () => {
    const away = [{ person: 'person:ann', from: '2026-03-20', to: '2026-03-20' }];
    const taken = { id: 'o', person: 'person:ben', from: at('2026-03-19T00:00Z'), to: at('2026-03-21T00:00Z') };
    expect(kinds({ away }, {}, [taken])).toEqual([]);
  });

  test('who is gone, and how many no page reaches', () => {
    expect(warnings({}, { standing: () => 'gone' }).map(({ kind, person }) => [kind, person])).toEqual([
      ['gone', 'person:ann'],
      ['gone', 'person:ben'],
    ]);
    expect(warnings({}, { standing: () => 'unreachable' })).toMatchObject([{ kind: 'unreachable', person: 'person:ann', count: 2 }]);
  });

  test('nobody who is paged next, and public holidays, which are to be compensated', () => {
    expect(kinds({}, { hasBackup: false })).toEqual(['no_backup']);
    const [holiday] = warnings({}, { holidays: new Set(['2026-04-03', '2026-04-06']) });
    // On the Monday two people: until nine, and from nine on.
    expect(holiday).toMatchObject({ kind: 'public_holiday', from: at('2026-04-02T22:00Z'), count: 3 });
  });
});

test.each([
  [{ zone: 'Mars/Olympus' }, 'zone', 'must be an IANA time zone such as Europe/Berlin'],
  [{ layers: [] }, 'layers', 'must have at least one layer'],
  [{ layers: [{ ...layer, people: [] }] }, 'layers.0.people', 'must have at least one person'],
  [{ layers: [{ ...layer, people: ['person:a', 'person:a'] }] }, 'layers.0.people.1', 'must be named once'],
  [
    { layers: [{ ...layer, people: ['ann'] }] },
    'layers.0.people.0',
    'must be `person:` with the id of an account, or `agent:` with the id of an agent',
  ],
  [{ layers: [{ ...layer, turn: { count: 14, unit: 'weeks' } }] }, 'layers.0.turn.count', 'must be at most 13 weeks'],
  [{ layers: [{ ...layer, handOff: { at: '24:00' } }] }, 'layers.0.handOff.at', 'must be a time of day such as 09:00'],
  [{ layers: [{ ...layer, hours: {} }] }, 'layers.0.hours', 'must have an hour in it; null is always'],
  [{ away: [{ person: 'person:a', from: '2026-03-02', to: '2026-03-01' }] }, 'away.0.to', 'must not be before from'],
])('%j is refused at %s', (spec, field, message) => {
  const { error } = scheduleSpec.safeParse({ ...good, ...spec });
  expect(error?.issues.map((issue) => [issue.path.join('.'), issue.message])).toEqual([[field, message]]);
});
