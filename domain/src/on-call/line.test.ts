/** Who is on call: by the clock on the wall whatever the clocks do, without overlap, the same whichever way it is asked. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FROM, DAY, histories, instants, schedules, SPAN } from './arbitrary.ts';
import { type History, onCallAt, scheduleSpec, type Shift, shiftsBetween } from './index.ts';
import { turnsBetween, zoneOfLayer } from './turns.ts';

const at = (text: string) => Date.parse(text) / 1000;
const iso = (seconds: number) => new Date(seconds * 1000).toISOString().slice(0, 16);
const weekly = {
  name: 'First line',
  people: ['person:ann', 'person:ben', 'person:cem'],
  turn: { count: 1, unit: 'weeks' },
  handOff: { at: '09:00', weekday: 'mon' },
  startsOn: '2026-03-02',
} as const;
const historyOf = (layers: object[], overrides: History['overrides'] = [], zone = 'Europe/Berlin'): History => ({
  versions: [{ since: null, spec: scheduleSpec.parse({ name: 'S', zone, layers }) }],
  overrides,
});
const told = (shifts: readonly Shift[]) => shifts.map(({ from, to, person }) => `${iso(from)} ${iso(to)} ${person?.slice(7) ?? '-'}`);

describe('a rotation', () => {
  test('hands over at nine on Mondays, before and after the clocks are put forward', () => {
    expect(told(shiftsBetween(historyOf([weekly]), at('2026-03-16T00:00Z'), at('2026-04-07T00:00Z')))).toEqual([
      '2026-03-16T00:00 2026-03-16T08:00 ben',
      '2026-03-16T08:00 2026-03-23T08:00 cem',
      '2026-03-23T08:00 2026-03-30T07:00 ann',
      '2026-03-30T07:00 2026-04-06T07:00 ben',
      '2026-04-06T07:00 2026-04-07T00:00 cem',
    ]);
  });

  test('begins on its first day, with a short turn where that is not the weekday of the hand-off', () => {
    const late = historyOf([{ ...weekly, startsOn: '2026-03-05' }]);
    expect(told(shiftsBetween(late, at('2026-03-04T00:00Z'), at('2026-03-10T00:00Z')))).toEqual([
      '2026-03-04T00:00 2026-03-05T08:00 -',
      '2026-03-05T08:00 2026-03-09T08:00 ann',
      '2026-03-09T08:00 2026-03-10T00:00 ben',
    ]);
  });

  test.each([
    // The hour from 2 to 3 is left out on 29 March: whoever is next begins when the clock has been put forward.
    ['02:30', '2026-03-28T00:00Z', ['01:30', '01:00', '00:30']],
    // It comes twice on 25 October: they hand over the first time.
    ['02:30', '2026-10-24T00:00Z', ['00:30', '00:30', '01:30']],
  ])('of days that hands over at %s, which the clock does not always show once', (time, from, hours) => {
    const daily = { ...weekly, turn: { count: 1, unit: 'days' }, handOff: { at: time } };
    const shifts = shiftsBetween(historyOf([daily]), at(from), at(from) + 3 * DAY);
    expect(shifts.slice(1).map((one) => iso(one.from).slice(11))).toEqual(hours);
  });

  test('of hours takes turns through the day', () => {
    const hourly = { ...weekly, turn: { count: 8, unit: 'hours' }, handOff: { at: '06:00' } };
    expect(told(shiftsBetween(historyOf([hourly]), at('2026-03-03T05:00Z'), at('2026-03-04T05:00Z')))).toEqual([
      '2026-03-03T05:00 2026-03-03T13:00 ann',
      '2026-03-03T13:00 2026-03-03T21:00 ben',
      '2026-03-03T21:00 2026-03-04T05:00 cem',
    ]);
  });
});

describe('layers', () => {
  const office = {
    name: 'By day',
    people: ['person:dee'],
    turn: { count: 1, unit: 'weeks' },
    handOff: { at: '00:00' },
    startsOn: '2026-03-02',
  };

  test('a later one goes before an earlier one, in its hours', () => {
    const both = historyOf([weekly, { ...office, hours: { tue: [['09:00', '17:00']] } }]);
    expect(told(shiftsBetween(both, at('2026-03-03T00:00Z'), at('2026-03-04T00:00Z')))).toEqual([
      '2026-03-03T00:00 2026-03-03T08:00 ann',
      '2026-03-03T08:00 2026-03-03T16:00 dee',
      '2026-03-03T16:00 2026-03-04T00:00 ann',
    ]);
  });

  test('each in its own zone follow the sun, and leave what nobody has as a gap', () => {
    const day = { mon: [['08:00', '16:00']], tue: [['08:00', '16:00']] };
    const sun = historyOf([
      { ...office, zone: 'Asia/Singapore', hours: day },
      { ...office, people: ['person:eva'], zone: 'Europe/London', hours: day },
      { ...office, people: ['person:fay'], zone: 'America/New_York', hours: day },
    ]);
    expect(told(shiftsBetween(sun, at('2026-03-09T00:00Z'), at('2026-03-10T00:00Z')))).toEqual([
      '2026-03-09T00:00 2026-03-09T08:00 dee',
      '2026-03-09T08:00 2026-03-09T12:00 eva',
      '2026-03-09T12:00 2026-03-09T20:00 fay',
      '2026-03-09T20:00 2026-03-10T00:00 -',
    ]);
  });
});

describe('an override', () => {
  const taken = { id: 'o', person: 'person:eva', from: at('2026-03-11T12:00Z'), to: at('2026-03-12T12:00Z') };

  test('goes before every layer in its stretch, and a later one before an earlier', () => {
    const again = { id: 'p', person: 'person:fay', from: at('2026-03-11T18:00Z'), to: at('2026-03-11T20:00Z') };
    expect(told(shiftsBetween(historyOf([weekly], [taken, again]), at('2026-03-11T00:00Z'), at('2026-03-13T00:00Z')))).toEqual([
      '2026-03-11T00:00 2026-03-11T12:00 ben',
      '2026-03-11T12:00 2026-03-11T18:00 eva',
      '2026-03-11T18:00 2026-03-11T20:00 fay',
      '2026-03-11T20:00 2026-03-12T12:00 eva',
      '2026-03-12T12:00 2026-03-13T00:00 ben',
    ]);
  });

  test('changes only its stretch', () => {
    fc.assert(
      fc.property(histories, instants, instants, fc.uuid(), (history, one, other, id) => {
        const more = { id, person: 'person:z', from: Math.min(one, other), to: Math.max(one, other) + 1 };
        const changed = { ...history, overrides: [...history.overrides, more] };
        for (const moment of [more.from - 1, more.to, FROM, FROM + SPAN - 1])
          if (moment < more.from || moment >= more.to) expect(onCallAt(changed, moment)).toBe(onCallAt(history, moment));
        for (const moment of [more.from, more.to - 1]) expect(onCallAt(changed, moment)).toBe('person:z');
      }),
    );
  });
});

describe('laws', () => {
  test('the shifts of a stretch are the whole of it, in order and without overlap', () => {
    fc.assert(
      fc.property(histories, instants, instants, (history, one, other) => {
        const [from, to] = [Math.min(one, other), Math.max(one, other) + 1];
        const shifts = shiftsBetween(history, from, to);
        expect([shifts[0]!.from, shifts.at(-1)!.to]).toEqual([from, to]);
        for (const [index, shift] of shifts.entries()) {
          expect(shift.to).toBeGreaterThan(shift.from);
          if (index > 0) expect(shift.from).toBe(shifts[index - 1]!.to);
        }
      }),
    );
  });

  test('at every edge and in the middle of a shift, who is on call is who has the shift', () => {
    fc.assert(
      fc.property(histories, instants, (history, from) => {
        for (const shift of shiftsBetween(history, from, from + 25 * DAY))
          for (const moment of [shift.from, Math.floor((shift.from + shift.to) / 2), shift.to - 1])
            expect([moment, onCallAt(history, moment)]).toEqual([moment, shift.person]);
      }),
    );
  });

  test('a stretch in two parts is the stretch', () => {
    fc.assert(
      fc.property(
        histories,
        instants,
        fc.integer({ min: 1, max: 30 * DAY }),
        fc.integer({ min: 1, max: 30 * DAY }),
        (history, from, one, other) => {
          const seconds = (shifts: readonly Shift[]) => {
            const sums = new Map<string | null, number>();
            for (const { person, ...span } of shifts) sums.set(person, (sums.get(person) ?? 0) + span.to - span.from);
            return new Map([...sums].toSorted(([a], [b]) => (String(a) < String(b) ? -1 : 1)));
          };
          const parts = [...shiftsBetween(history, from, from + one), ...shiftsBetween(history, from + one, from + one + other)];
          expect(seconds(parts)).toEqual(seconds(shiftsBetween(history, from, from + one + other)));
        },
      ),
    );
  });

  test('a hand-off is at the same time of day, but where the clock does not show that', () => {
    fc.assert(
      fc.property(schedules, instants, (spec, from) => {
        for (const layer of spec.layers) {
          if (layer.turn.unit === 'hours') continue;
          const zone = zoneOfLayer(layer, spec.zone);
          for (const turn of turnsBetween(layer, zone, from, from + 40 * DAY).slice(1)) {
            const local = zone.local(turn.from);
            const isOdd = zone.offset(turn.from) !== zone.offset(turn.from - 1);
            const time = new Date(local * 1000).toISOString().slice(11, 16);
            if (!isOdd) expect(time).toBe(layer.handOff.at);
          }
        }
      }),
    );
  });
});

test('what was is not changed by a new version of a schedule', () => {
  const old = historyOf([weekly]);
  const since = at('2026-03-18T12:00Z');
  const changed = {
    ...old,
    versions: [
      ...old.versions,
      { since, spec: scheduleSpec.parse({ ...old.versions[0]!.spec, layers: [{ ...weekly, people: ['person:new'] }] }) },
    ],
  };
  expect(shiftsBetween(changed, at('2026-03-02T08:00Z'), since)).toEqual(shiftsBetween(old, at('2026-03-02T08:00Z'), since));
  expect(onCallAt(changed, since)).toBe('person:new');
});
