/**
 * A mapping for a table nobody has said anything about yet: the document of docs/import.md, as far as names and values tell. What they
 * do not tell is left open and asked of the person: the order of day and month, words that are not plain.
 */
import { DateTime } from 'luxon';
import type { Mapping } from '../mapping.ts';
import type { Column } from './columns.ts';
import { matchColumns } from './match-columns.ts';
import { type Shape, TARGETS } from './targets.ts';
import { CLOSED_ATTRIBUTES, mapOf, meaningOfWord, plainWord } from './words.ts';

export interface Suggested {
  readonly columns: readonly Column[];
  readonly file: Mapping['file'];
  readonly source: string;
  readonly zone: string;
  /** Milliseconds: the day that rows without an instant are taken to be of. */
  readonly now: number;
}

/** What has no value in the table says nothing: it is not in the mapping. */
export function suggestMapping(shape: Shape, { columns, file, source, zone, now }: Suggested): Record<string, unknown> {
  const matched = matchColumns(TARGETS[shape], columns);
  const mapping: Record<string, unknown> = { shape, source, file, zone };
  for (const { path } of TARGETS[shape]) {
    const column = matched.get(path);
    if (column) put(mapping, path, cellFor(path, column));
  }
  const actor = mapping['actor'];
  if (actor) mapping['actor'] = { ...actor, kind: 'agent' };
  if (shape === 'events') mapping['activities'] = activitiesOf(matched.get('activity'));
  if (shape === 'history') mapping['fieldNames'] = fieldNamesOf(matched.get('field'), matched.get('value'));
  if (shape === 'snapshots' && !mapping['fields']) mapping['fields'] = {};
  const isDirectory = shape === 'agents' || shape === 'teams' || shape === 'organisations' || shape === 'customers';
  if (isDirectory && mapping['at'] === undefined) mapping['asOf'] = DateTime.fromMillis(now, { zone: 'utc' }).toISODate();
  return mapping;
}

function put(mapping: Record<string, unknown>, path: string, value: unknown): void {
  const [first, second] = path.split('.') as [string, string?];
  if (second === undefined) mapping[first] = value;
  else mapping[first] = { ...(mapping[first] as object | undefined), [second]: value };
}

function cellFor(path: string, column: Column): unknown {
  const attribute = path.slice(path.lastIndexOf('.') + 1);
  const { name } = column;
  // Days of a person or an organisation are text to the mapping; only instants have a format.
  if (!path.includes('.') && column.time) return column.time.format === null ? name : { column: name, format: column.time.format };
  if (CLOSED_ATTRIBUTES.includes(attribute) && column.values.length > 0)
    return {
      column: name,
      map: mapOf(
        attribute,
        column.values.map(({ value }) => value),
      ),
    };
  if (['tags', 'teams', 'skills', 'languages'].includes(attribute)) return { column: name, split: separatorOf(column) };
  return name;
}

const separatorOf = ({ samples }: Column): string => [';', '|', ','].find((mark) => samples.some((text) => text.includes(mark))) ?? ',';

/** What an activity plainly is. The others are left out of the mapping, which leaves their rows out and says so. */
function activitiesOf(column: Column | undefined): Record<string, unknown> {
  return Object.fromEntries(
    (column?.values ?? []).flatMap(({ value }) => {
      const activity = activityOf(value);
      return activity === null ? [] : [[value, activity]];
    }),
  );
}

function activityOf(value: string): object | null {
  const word = plainWord(value);
  const status = meaningOfWord('status', value);
  if (status !== undefined && status !== 'deleted' && status !== 'spam') return { type: 'status.changed', data: { to: status } };
  const found = STATUS_IN.find(([pattern]) => pattern.test(word));
  if (found) return { type: 'status.changed', data: { to: found[1] } };
  if (/note|internal/.test(word)) return { type: 'ticket.message', data: { visibility: 'internal' } };
  return null;
}

const STATUS_IN: readonly (readonly [RegExp, string])[] = [
  [/reopen/, 'open'],
  [/resolve|solve/, 'resolved'],
  [/close/, 'closed'],
  [/wait|pend/, 'pending'],
  [/takeincharge|assign|start|inprogress/, 'open'],
];

/** By the names of fields that are tracked; with the map of their values, as far as these are plain. */
function fieldNamesOf(field: Column | undefined, value: Column | undefined): Record<string, unknown> {
  const words = (value?.values ?? []).map((one) => one.value);
  return Object.fromEntries(
    (field?.values ?? []).flatMap(({ value: name }) => {
      const target = TARGETS.snapshots.find(
        ({ path, names }) => path.startsWith('fields.') && names.some((one) => plainWord(one) === plainWord(name)),
      );
      const attribute = target?.path.slice('fields.'.length);
      if (attribute === undefined || !TRACKED.has(attribute)) return [];
      const map = CLOSED_ATTRIBUTES.includes(attribute) ? { map: mapOf(attribute, words) } : {};
      return [[name, { field: attribute, ...map }]];
    }),
  );
}

const TRACKED = new Set([
  'status',
  'priority',
  'supportTier',
  'team',
  'assignee',
  'category',
  'product',
  'requester',
  'organisation',
  'language',
  'serviceSite',
  'subject',
]);
