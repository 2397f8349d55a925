/** A schedule as it is edited: hours as one stretch of certain days, where they can be said so. */
import type { Layer, ScheduleSpec } from '@watchdesk/domain/on-call';
import { WEEKDAYS } from './messages.ts';

type Weekday = keyof typeof WEEKDAYS;
const ALL = Object.keys(WEEKDAYS) as Weekday[];

export type Hours =
  | { readonly kind: 'always' }
  | { readonly kind: 'between'; readonly from: string; readonly to: string; readonly days: readonly Weekday[] }
  /** They differ from day to day, and are kept as they are. */
  | { readonly kind: 'own' };

export const USUAL: Hours = { kind: 'between', from: '08:00', to: '18:00', days: ['mon', 'tue', 'wed', 'thu', 'fri'] };

export function hoursOf(hours: Layer['hours']): Hours {
  if (hours === null) return { kind: 'always' };
  const days = ALL.filter((day) => (hours[day]?.length ?? 0) > 0);
  const [row] = hours[days[0]!] ?? [];
  const isOne =
    row !== undefined && days.every((day) => hours[day]!.length === 1 && hours[day]![0]![0] === row[0] && hours[day]![0]![1] === row[1]);
  return isOne ? { kind: 'between', from: row[0], to: row[1], days } : { kind: 'own' };
}

export function rowsOf(hours: Hours, before: Layer['hours']): Layer['hours'] {
  if (hours.kind === 'always') return null;
  if (hours.kind === 'own') return before;
  return Object.fromEntries(hours.days.map((day) => [day, [[hours.from, hours.to]]]));
}

export const newLayer = (name: string, startsOn: string): Layer => ({
  name,
  people: [],
  turn: { count: 1, unit: 'weeks' },
  handOff: { at: '09:00', weekday: 'mon' },
  startsOn,
  zone: null,
  hours: null,
});

/** Whether there is enough of it to be saved. */
export const isWhole = ({ name, layers, away }: ScheduleSpec): boolean =>
  name.trim() !== '' &&
  layers.every((layer) => layer.name.trim() !== '' && layer.people.length > 0 && layer.startsOn !== '') &&
  away.every(({ person, from, to }) => person !== '' && from !== '' && to !== '');
