/** What a calendar says, and what is wrong with it, in the words of its fields. */
import type { CalendarSpec } from '../../../api/client.ts';
import { formatDate } from '../../../ui/index.ts';
import { type Change, differences, distinct, type PlacedFault, type Said } from '../../../drafts/index.ts';
import { listed } from '../terms.ts';
import { messages } from './messages.ts';
import { DAYS, rowsInWords, type Day, type Rows } from './week-words.ts';

const { editor, faults: words } = messages;

/** What is saved as one version. */
export interface NamedSpec {
  name: string;
  spec: CalendarSpec;
}

function saidBy({ name, spec }: NamedSpec): Said {
  const said: Said = new Map();
  const say = (path: string, what: string, value: string): unknown => said.set(path, { what, value });
  say('name', editor.name, name);
  say('zone', editor.zone, spec.zone.replaceAll('_', ' '));
  say('always', editor.always, spec.always ? messages.yes : messages.no);
  // What has no hours because it is always open is not a week of closed days.
  if (!spec.always) for (const day of DAYS) say(`hours ${day}`, messages.days[day], rowsInWords(spec.hours[day] ?? []));
  for (const [date, rows] of Object.entries(spec.overrides)) say(`override ${date}`, formatDate(date), rowsInWords(rows));
  for (const [date, rows] of Object.entries(spec.breaks)) say(`break ${date}`, words.breakOn(formatDate(date)), rowsInWords(rows));
  return said;
}

const datesOf = (dates: readonly string[]): string => listed(dates.toSorted().map((date) => formatDate(date)));

/** What differs, in the order of the editor; holidays together, since a file brings many. */
export function calendarChanges(before: NamedSpec, after: NamedSpec): Change[] {
  const [was, is] = [new Set(before.spec.holidays), new Set(after.spec.holidays)];
  const added = [...is].filter((date) => !was.has(date));
  const removed = [...was].filter((date) => !is.has(date));
  return [
    ...differences(saidBy(before), saidBy(after)),
    ...(added.length > 0 ? [{ what: messages.holidaysAdded(added.length), before: '', after: datesOf(added) }] : []),
    ...(removed.length > 0 ? [{ what: messages.holidaysRemoved(removed.length), before: datesOf(removed), after: '' }] : []),
  ];
}

const isDay = (key: string): key is Day => (DAYS as readonly string[]).includes(key);
const keyInWords = (key: string): string => (isDay(key) ? messages.days[key] : formatDate(key));

/**
 * Where a fault is, as the editor calls it: `Monday, second interval` of `hours.mon.1`, or of the first or second time in
 * it. A holiday is known by its date.
 */
export function faultPlace(field: string, { holidays }: Pick<CalendarSpec, 'holidays'>): string {
  const [part = '', key, row] = field.split('.');
  if (part === 'holidays') {
    const date = key === undefined ? undefined : holidays[Number(key)];
    return date === undefined ? editor.holidays : `${editor.holidays}, ${formatDate(date)}`;
  }
  if (key === undefined) return words.parts[part] ?? part;
  const day = part === 'breaks' ? words.breakOn(keyInWords(key)) : keyInWords(key);
  return row === undefined ? day : words.interval(day, Number(row));
}

/** What the checks say by paths, said by places. */
export function faultMessage(message: string, spec: Pick<CalendarSpec, 'holidays'>): string {
  const other = /^overlaps (\S+)$/.exec(message)?.[1];
  if (other) return words.overlaps(faultPlace(other, spec));
  if (/^names \S+ a second time$/.test(message)) return words.twice;
  return message;
}

const PARTS = ['name', 'zone', 'always', 'hours', 'holidays', 'overrides', 'breaks'];

/** Where the field stands in the editor: its part, then the day of the week, the date or the place in the list. */
function standsAt(field: string): string {
  const [part = '', key = '', ...rest] = field.split('.');
  const day = DAYS.findIndex((one) => one === key);
  return [String(PARTS.indexOf(part)), day === -1 ? key : String(day), ...rest].map((one) => one.padStart(4, '0')).join('.');
}

/** All that is to be mended, once each, from the top of the editor to its end and from Monday to Sunday. */
export const placedFaults = (faults: readonly { field: string; message: string }[], spec: Pick<CalendarSpec, 'holidays'>): PlacedFault[] =>
  distinct(
    faults
      .toSorted((a, b) => (standsAt(a.field) < standsAt(b.field) ? -1 : 1))
      .map(({ field, message }) => ({ place: faultPlace(field, spec), message })),
  );

/** Whether rows lie in it, for faults that belong to the whole of them. */
export const isRowOf = (rows: Rows, path: string, faultAt: (path: string) => string | undefined): boolean =>
  rows.some((_, index) => faultAt(`${path}.${index}`) !== undefined);
