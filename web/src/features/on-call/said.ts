/** Schedules, their warnings and policies in words. */
import { type Layer, pagesOf, type PolicySpec, type ScheduleSpec } from '@watchdesk/domain/on-call';
import type { Group } from '@watchdesk/domain/notification';
import type { OnCallSchedule } from '../../api/client.ts';
import { listed } from '../../notices/index.ts';
import { formatDate, formatDay, formatDuration, formatInstant, formatTime } from '../../ui/index.ts';
import { hoursOf } from './form.ts';
import { messages, WEEKDAYS } from './messages.ts';

const words = messages.rotation;

export const zoneWords = (zone: string): string => zone.replaceAll('_', ' ');

function lengthOf({ turn: { count, unit } }: Pick<Layer, 'turn'>): string {
  const [one, many] = words.unit[unit];
  return count === 1 ? one : `${count} ${many}`;
}

function daysOf(days: readonly (keyof typeof WEEKDAYS)[]): string {
  if (days.length === 7) return words.everyDay;
  return listed(days.map((day) => WEEKDAYS[day].slice(0, 3)));
}

/** `Ann, Ben and Cem, a week each, handing over on Mondays at 09:00 (Europe/Berlin), at all hours, since 2 Mar 2026`. */
export function layerInWords(layer: Layer, spec: Pick<ScheduleSpec, 'zone'>, nameOf: (person: string) => string): string {
  const { people, handOff, turn, startsOn, zone } = layer;
  const who = listed(people.map(nameOf));
  const when = turn.unit === 'weeks' ? words.on(WEEKDAYS[handOff.weekday], handOff.at) : words.at(handOff.at);
  const turns = people.length === 1 ? words.alone(who) : words.says(who, lengthOf(layer), `${when} (${zoneWords(zone ?? spec.zone)})`);
  const hours = hoursOf(layer.hours);
  const time =
    hours.kind === 'always' ? words.always : hours.kind === 'own' ? words.ownHours : words.hours(hours.from, hours.to, daysOf(hours.days));
  return [turns, time, words.since(formatDate(startsOn))].join(', ');
}

/** `1 Dec, 07:00 to 19:00`, `1 Dec, 19:00 to 2 Dec, 07:00`; the day only once. */
export function spanInWords(from: string, to: string, now: number, zone: string): string {
  const isOneDay = formatDay(from, now, zone) === formatDay(to, now, zone);
  return messages.timeline.span(formatInstant(from, now, zone), isOneDay ? formatTime(to, zone) : formatInstant(to, now, zone));
}

type Warning = OnCallSchedule['warnings'][number];

/** `now` and `zone` of whoever reads it. */
export function warningInWords(
  { kind, layer, person, from, count }: Warning,
  spec: Pick<ScheduleSpec, 'layers'>,
  now: number,
  zone: string,
): string {
  const said = messages.warnings;
  const when = formatInstant(from, now, zone);
  const who = person?.name ?? messages.nobody;
  switch (kind) {
    case 'gap':
    case 'public_holiday':
      return said[kind](count, when);
    case 'unreachable':
      return said.unreachable(count, who);
    case 'on_holiday':
      return said.on_holiday(who, when);
    case 'gone':
    case 'long_run':
      return said[kind](who);
    case 'few_people':
    case 'night_hand_off':
      return said[kind](spec.layers[layer ?? 0]?.name ?? '');
    case 'no_backup':
      return said.no_backup();
  }
}

/** `At once page First line`, `After 15 m page …`, of the first round; and how often it begins anew. */
export function policyInWords(policy: PolicySpec, inWords: (group: Group) => string): string[] {
  const said = messages.policies;
  const first = pagesOf(policy).filter(({ round }) => round === 0);
  const steps = first.map(({ minute, step }) => {
    const when = minute === 0 ? said.atOnce : said.after(minutesInWords(minute));
    return `${when} ${said.tell(inWords(policy.steps[step]!.tell))}`;
  });
  return policy.repeats === 0 ? steps : [...steps, said.repeats(policy.repeats)];
}

export const minutesInWords = (minutes: number): string => (minutes < 60 ? `${minutes}\u00a0m` : formatDuration(minutes * 60));
