/** The mapping document while it is edited: plain JSON, of which the server's reader has the last word. Places in it are lists of keys. */
import { isList, isObject, type Json, lookAt } from './sample.ts';

export type Mapping = Readonly<Record<string, unknown>>;
export type Path = readonly (string | number)[];

/** Where a value comes from and how it is read, as the document has it. */
export interface Source {
  readonly pointer?: string;
  readonly item?: string;
  readonly value?: string | number | boolean | null;
  readonly template?: string;
  readonly map?: Readonly<Record<string, string | null>>;
  readonly format?: string;
  readonly html?: boolean;
  readonly pick?: string;
  readonly [more: string]: unknown;
}

export const EMPTY: Mapping = { form: 'snapshot', ticket: { pointer: '' }, at: { pointer: '' }, fields: {} };
export const FIRST_RULE = { type: 'ticket.created', at: { pointer: '' }, ticket: { pointer: '' }, data: {} };

/** The document in the other form, as far as the two say the same. */
export function inForm(mapping: Mapping, form: 'snapshot' | 'events'): Mapping {
  const { zone, items } = mapping;
  const all = { form, ...(zone !== undefined && { zone }), ...(items !== undefined && { items }) };
  if (form === 'events') {
    const { ticket, at, fields = {} } = mapping;
    return { ...all, rules: [{ ...FIRST_RULE, ticket, at, data: fields }] };
  }
  const [first] = (mapping['rules'] ?? []) as Mapping[];
  return {
    ...all,
    ticket: first?.['ticket'] ?? EMPTY['ticket'],
    at: first?.['at'] ?? EMPTY['at'],
    fields: first?.['type'] === 'ticket.created' ? (first['data'] ?? {}) : {},
  };
}

export function valueAt(document: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (here, key) => (typeof here === 'object' && here !== null ? (here as Record<string | number, unknown>)[key] : undefined),
    document,
  );
}

/** The document with the value at the place; undefined takes it out. */
export function withValue<T>(document: T, path: Path, value: unknown): T {
  const [key, ...rest] = path;
  if (key === undefined) return value as T;
  if (Array.isArray(document)) {
    if (rest.length === 0 && value === undefined) return document.filter((_, index) => index !== key) as T;
    const copy = [...(document as unknown[])];
    copy[Number(key)] = withValue(copy[Number(key)], rest, value);
    return copy as T;
  }
  const before = (document ?? {}) as Record<string, unknown>;
  const inner = withValue(before[key], rest, value);
  if (inner === undefined) {
    const { [String(key)]: _gone, ...left } = before;
    return left as T;
  }
  return { ...before, [key]: inner } as T;
}

/** What is picked in a sample for a target: its pointer, inside the item where `each` names the list, and how such a value is read. */
export function sourceOf(
  pointer: string,
  sample: Json | undefined,
  kind: string,
  each: string | undefined,
  before: Source | undefined,
): Source {
  const found = lookAt(sample, pointer);
  const within = each === undefined ? undefined : new RegExp(`^${each.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')}/\\d+(/.*)?$`).exec(pointer);
  const place: Source = within ? { item: within[1] ?? '' } : { pointer };
  const map = before?.map ? { map: before.map } : {};
  if (kind === 'moment') return { ...place, ...formatOf(found) };
  if (kind === 'list') return { ...place, ...pickOf(found), ...map };
  return { ...place, ...(typeof found === 'string' && /<[a-z][^>]*>/i.test(found) && { html: true }), ...map };
}

/** Numbers that are times are so by their size: milliseconds passed 10^11 in 1973, seconds will in 5138. */
function formatOf(found: Json | undefined): Source {
  const number = Number(found);
  if (found === null || typeof found === 'object' || found === '' || !Number.isFinite(number)) return {};
  return { format: number < 1e11 ? 'epoch seconds' : 'epoch milliseconds' };
}

function pickOf(found: Json | undefined): Source {
  const first = isList(found) ? found[0] : undefined;
  if (!isObject(first)) return {};
  const key = 'name' in first ? 'name' : Object.keys(first)[0];
  return key === undefined ? {} : { pick: `/${key}` };
}

/** What stands in the sample where the value is read from. */
export function foundIn(
  source: Source | undefined,
  sample: Json | undefined,
  items: string | undefined,
  each: string | undefined,
): Json | undefined {
  const payload = items === undefined ? sample : lookAt(sample, step0(items));
  if (source?.pointer !== undefined) return lookAt(payload, source.pointer);
  if (source?.item !== undefined && each !== undefined) return lookAt(payload, step0(each) + source.item);
  return undefined;
}
const step0 = (list: string) => `${list}/0`;

/** `rawStatus` → `Raw status`. */
export const labelOf = (name: string): string => {
  const text = name.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
  return text.charAt(0).toUpperCase() + text.slice(1);
};
