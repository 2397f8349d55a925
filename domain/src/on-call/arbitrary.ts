/** Random schedules for the laws: layers of every length, in zones that do everything zones do, with hours and overrides. */
import fc from 'fast-check';
import { WEEKDAYS } from '../calendar/index.ts';
import { scheduleSpec, UNITS } from './spec.ts';

const ZONES = ['UTC', 'America/New_York', 'Australia/Lord_Howe', 'Europe/Dublin', 'Pacific/Apia', 'Africa/Casablanca', 'Asia/Kathmandu'];
/** Around the change of the date line in Apia, and some changes of the clocks. */
export const FROM = Date.UTC(2011, 11, 1) / 1000;
export const DAY = 86_400;
export const SPAN = 150 * DAY;

const pad = (number: number) => String(number).padStart(2, '0');
const time = fc.integer({ min: 0, max: 95 }).map((quarter) => `${pad(Math.floor(quarter / 4))}:${pad((quarter % 4) * 15)}`);
const rows = fc.array(fc.tuple(time, time), { minLength: 1, maxLength: 2 });
const people = fc.uniqueArray(fc.constantFrom('person:a', 'person:b', 'person:c', 'agent:d'), { minLength: 1, maxLength: 4 });
const zone = fc.constantFrom(...ZONES);
const date = fc.integer({ min: -40, max: 40 }).map((days) => new Date((FROM + days * DAY) * 1000).toISOString().slice(0, 10));

const layer = fc.record({
  name: fc.constant('Layer'),
  people,
  turn: fc.record({ count: fc.integer({ min: 1, max: 9 }), unit: fc.constantFrom(...UNITS) }),
  handOff: fc.record({ at: time, weekday: fc.constantFrom(...WEEKDAYS) }),
  startsOn: date,
  zone: fc.option(zone),
  hours: fc.option(fc.dictionary(fc.constantFrom(...WEEKDAYS), rows, { minKeys: 1 })),
});

export const schedules = fc
  .record({ name: fc.constant('Schedule'), zone, layers: fc.array(layer, { minLength: 1, maxLength: 3 }) })
  .map((spec) => scheduleSpec.parse(spec));

export const instants = fc.integer({ min: FROM, max: FROM + SPAN });
const overrides = fc.array(
  fc
    .tuple(instants, fc.integer({ min: 1, max: 20 * DAY }), fc.constantFrom('person:x', 'person:a'), fc.uuid())
    .map(([from, length, person, id]) => ({ id, person, from, to: from + length })),
  { maxLength: 4 },
);
export const histories = fc
  .tuple(fc.array(schedules, { minLength: 1, maxLength: 3 }), fc.array(instants, { minLength: 2, maxLength: 2 }), overrides)
  .map(([specs, since, agreed]) => {
    const later = since.toSorted((a, b) => a - b);
    return { versions: specs.map((spec, index) => ({ since: index === 0 ? null : later[index - 1]!, spec })), overrides: agreed };
  });
