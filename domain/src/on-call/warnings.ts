/**
 * What is wrong with a schedule by the rules of on-call (REQUIREMENTS 167 and 228): at least two people, a week at the most, nobody missing, hand-offs by day, a backup,
 * nobody on holiday. They are warnings and no faults: whoever has no second person saves the schedule all the same.
 */
import { dayOf } from '../calendar/index.ts';
import { zoneOf } from '../zone/index.ts';
import { type History, type Shift, shiftsBetween } from './line.ts';
import type { ScheduleSpec } from './spec.ts';

export const WARNINGS = [
  'gap',
  'gone',
  'unreachable',
  'on_holiday',
  'few_people',
  'long_run',
  'night_hand_off',
  'no_backup',
  'public_holiday',
] as const;
export type WarningKind = (typeof WARNINGS)[number];

export interface Warning {
  readonly kind: WarningKind;
  /** The layer it is about, by its place. */
  readonly layer: number | null;
  readonly person: string | null;
  /** The stretch it is about, or the first of several; null where it is about none. Seconds since 1970. */
  readonly from: number | null;
  readonly to: number | null;
  /** How many such stretches there are; for `few_people` how many people. */
  readonly count: number;
}

export interface Around {
  /** The dates that are public holidays, by the schedule's calendar. */
  readonly holidays: ReadonlySet<string>;
  /** Whether somebody else is paged when nobody here acknowledges. */
  readonly hasBackup: boolean;
  /** Whether somebody is of the workspace, and whether a page reaches them: an agent without an account gets none. */
  readonly standing: (person: string) => 'reachable' | 'unreachable' | 'gone';
}

const DAY = 86_400;
export const LONGEST_RUN = 7 * DAY;
/** Hands that are changed between these hours are changed at night. */
const NIGHT = { from: 22 * 3600, to: 6 * 3600 };
/** A week in which the clocks are put back is an hour longer, and no longer week. */
const CHANGE = 2 * 3600;

/** Of [from, to). Each kind once for each layer or person that it is about. */
export function warningsOf(spec: ScheduleSpec, history: History, around: Around, from: number, to: number): Warning[] {
  const { holidays, hasBackup } = around;
  const shifts = shiftsBetween(history, from, to);
  return [
    ...ofStretches(
      'gap',
      shifts.filter(({ person }) => person === null),
    ),
    ...ofStanding(spec, shifts, around),
    ...byPerson('on_holiday', awayShifts(spec, shifts)),
    ...fewPeople(spec),
    ...byPerson(
      'long_run',
      runsOf(shifts).filter((run) => run.to - run.from > LONGEST_RUN + CHANGE),
    ),
    ...nightHandOffs(spec),
    ...(hasBackup ? [] : [about('no_backup', { count: 1 })]),
    ...ofStretches(
      'public_holiday',
      onDays(
        shifts.filter(({ person }) => person !== null),
        spec.zone,
        (date) => holidays.has(date),
      ),
    ),
  ];
}

const about = (kind: WarningKind, said: Partial<Warning>): Warning => ({
  kind,
  layer: null,
  person: null,
  from: null,
  to: null,
  count: 0,
  ...said,
});

const fewPeople = ({ layers }: ScheduleSpec): Warning[] =>
  layers.flatMap(({ people }, layer) => (people.length < 2 ? [about('few_people', { layer, count: people.length })] : []));

/** Each who is gone, and how many there are whom no page reaches. */
function ofStanding({ layers }: ScheduleSpec, shifts: readonly Shift[], { standing }: Around): Warning[] {
  const named = new Set([...layers.flatMap(({ people }) => people), ...shifts.flatMap(({ person }) => person ?? [])]);
  const of = (wanted: ReturnType<Around['standing']>) => [...named].filter((person) => standing(person) === wanted);
  const unreachable = of('unreachable');
  return [
    ...of('gone').map((person) => about('gone', { person, count: 1 })),
    ...(unreachable.length > 0 ? [about('unreachable', { person: unreachable[0]!, count: unreachable.length })] : []),
  ];
}

type Span = Pick<Shift, 'from' | 'to' | 'person'>;

const ofStretches = (kind: WarningKind, stretches: readonly Span[]): Warning[] => {
  const [first] = stretches;
  return first ? [about(kind, { from: first.from, to: first.to, count: stretches.length })] : [];
};

const byPerson = (kind: WarningKind, stretches: readonly Span[]): Warning[] =>
  [...new Set(stretches.map(({ person }) => person))].flatMap((person) =>
    ofStretches(
      kind,
      stretches.filter((one) => one.person === person),
    ).map((warning) => ({ ...warning, person })),
  );

/** Stretches of one person without a pause, however many shifts they are made of. */
export function runsOf(shifts: readonly Span[]): Span[] {
  const runs: Span[] = [];
  for (const { from, to, person } of shifts) {
    const last = runs.at(-1);
    if (last?.to === from && last.person === person) runs[runs.length - 1] = { ...last, to };
    else if (person !== null) runs.push({ from, to, person });
  }
  return runs;
}

/** What of the shifts lies in the days that somebody is away. */
function awayShifts({ zone: name, away }: ScheduleSpec, shifts: readonly Shift[]): Span[] {
  const zone = zoneOf(name);
  return away.flatMap(({ person, ...days }) => {
    const [from, to] = [zone.instant(dayOf(days.from) * DAY)!, zone.instant((dayOf(days.to) + 1) * DAY)!];
    return shifts
      .filter((one) => one.person === person && one.from < to && from < one.to)
      .map((one) => ({ person, from: Math.max(one.from, from), to: Math.min(one.to, to) }));
  });
}

/** Of shifts the parts on those civil days. */
function onDays(shifts: readonly Span[], zoneName: string, isMeant: (date: string) => boolean): Span[] {
  const zone = zoneOf(zoneName);
  return shifts.flatMap((shift) => {
    const parts: Span[] = [];
    for (let day = Math.floor(zone.local(shift.from) / DAY); ; day += 1) {
      const [start, end] = [zone.instant(day * DAY)!, zone.instant((day + 1) * DAY)!];
      if (start >= shift.to) return parts;
      if (end > shift.from && isMeant(new Date(day * DAY * 1000).toISOString().slice(0, 10)))
        parts.push({ person: shift.person, from: Math.max(start, shift.from), to: Math.min(end, shift.to) });
    }
  });
}

const nightHandOffs = ({ layers }: ScheduleSpec): Warning[] =>
  layers.flatMap(({ people, turn, handOff }, layer) => {
    const [hours, minutes] = handOff.at.split(':').map(Number) as [number, number];
    const first = hours * 3600 + minutes * 60;
    // Turns of hours hand over at other times of the day, too.
    const beat = turn.unit === 'hours' ? turn.count * 3600 : DAY;
    const times = Array.from({ length: 24 }, (_, index) => (first + index * beat) % DAY);
    const isNight = times.some((time) => time >= NIGHT.from || time < NIGHT.to);
    return people.length > 1 && isNight ? [about('night_hand_off', { layer, count: 1 })] : [];
  });
