/** A mapping's values bound to what they are read from: functions from a payload to what stands there, or what is wrong with it. */
import { get, type Json } from '@hyperjump/json-pointer';
import type { CustomValue } from '@watchdesk/domain/event';
import { zoneOf } from '@watchdesk/domain/zone';
import { timeReader } from '../csv/date-format.ts';
import { lookUp } from '../payload/collect.ts';
import { plainText } from '../payload/plain-text.ts';
import type { Condition, Value } from './mapping.ts';

export interface Place {
  readonly payload: Json;
  /** The item of the array that `each` names. */
  readonly item?: Json;
}

/** Undefined where a pointer leads to nothing. What an object inherits is nothing, too. */
export function lookAt(pointer: string, json: Json | undefined): Json | undefined {
  if (json === undefined) return undefined;
  try {
    return get(pointer, json);
  } catch {
    // The way there ends before the pointer does.
    return undefined;
  }
}

const placeOf = (one: { pointer: string } | { item: string }, { payload, item }: Place): Json | undefined =>
  'pointer' in one ? lookAt(one.pointer, payload) : lookAt(one.item, item);

/** Where a value is looked for, to be told of what is wrong with it. */
export function whereOf(value: Value): string {
  if ('pointer' in value) return value.pointer || 'the payload';
  if ('item' in value) return `the item’s ${value.item || 'self'}`;
  return 'template' in value ? value.template : 'the constant';
}

/** As it stands there, translated; undefined for nothing. A list or an object stays what it is. */
function readRaw(value: Value, place: Place): Json | undefined {
  if ('value' in value) return value.value;
  if ('template' in value) return fill(value.template, place);
  const found = placeOf(value, place);
  return translate(value, found);
}

type Looked = Extract<Value, { pointer: string } | { item: string }>;

function translate(value: Looked, found: Json | undefined): Json | undefined {
  if (found === undefined || (typeof found === 'object' && found !== null)) return found;
  const { map, otherwise, prefix = '', html } = value;
  const raw = found === null ? 'null' : String(found);
  const meaning = map && lookUp(map, raw);
  if (meaning !== undefined) return meaning === null ? null : prefix + meaning;
  if (otherwise !== undefined) return otherwise === null ? null : prefix + otherwise;
  if (typeof found === 'string' && html) return prefix + plainText(found);
  return prefix === '' || found === null ? found : prefix + raw;
}

/** Undefined where one of the pointers leads to nothing: half an id is the id of something else. */
function fill(template: string, { payload }: Place): string | undefined {
  let isWhole = true;
  const text = template.replace(/\{(\/[^{}]*)\}/g, (_, pointer: string) => {
    const found = lookAt(pointer, payload);
    if (typeof found === 'string' || typeof found === 'number' || typeof found === 'boolean') return String(found);
    isWhole = false;
    return '';
  });
  return isWhole ? text : undefined;
}

/** Text or nothing; numbers become text. Throws Misread for a list or an object. */
export function readText(value: Value, place: Place): string | null | undefined {
  const raw = readRaw(value, place);
  if (raw === undefined || raw === null || typeof raw === 'string') return raw;
  if (typeof raw === 'object')
    throw new Misread(`must be text or a number at ${whereOf(value)}, not ${Array.isArray(raw) ? 'a list' : 'an object'}`);
  return String(raw);
}

/** A list of texts: of an array, of what each of its objects has at `pick`, or of text that is split. */
export function readList(value: Value, place: Place): string[] | undefined {
  const raw = readRaw(value, place);
  if (raw === undefined || raw === null) return undefined;
  const { split = ',', pick = '', map, prefix = '' } = 'pointer' in value || 'item' in value ? value : {};
  if (typeof raw === 'object' && !Array.isArray(raw)) throw new Misread(`must be a list or text at ${whereOf(value)}, not an object`);
  const parts = Array.isArray(raw) ? raw.map((entry) => lookAt(pick, entry)) : String(raw).split(split);
  const words = parts.flatMap((part) => {
    if (part === null || part === undefined) return [];
    if (typeof part === 'object')
      throw new Misread(`must be a list of texts at ${whereOf(value)}; “pick” says where in each entry the text is`);
    const text = String(part).trim();
    const meaning = map && lookUp(map, text);
    return meaning === null || text === '' ? [] : [prefix + (meaning ?? text)];
  });
  return [...new Set(words)];
}

/** Milliseconds since 1970. A time without a zone needs one from the mapping: it is never guessed. */
export function readMoment(value: Value, place: Place, mappingZone: string | undefined): number | undefined {
  const text = readText(value, place);
  if (text === undefined || text === null || text === '') return undefined;
  const { format = 'iso', zone = mappingZone } = 'pointer' in value || 'item' in value ? value : {};
  const time = timeReader(format)(text.trim());
  if (!time) throw new Misread(`must be a time (${format}) at ${whereOf(value)}, not “${text.slice(0, 40)}”`);
  if (time.zoned) return Math.floor(time.ms);
  if (zone === undefined) throw new Misread(`is a time without a zone at ${whereOf(value)}: say in the mapping which zone it is in`);
  const local = Math.floor(time.ms / 1000);
  return time.ms + (zoneOf(zone).instant(local)! - local) * 1000;
}

export function readNumber(value: Value, place: Place): number | null | undefined {
  const text = readText(value, place);
  if (text === undefined || text === null) return text;
  const number = Number(text);
  if (text.trim() === '' || !Number.isFinite(number))
    throw new Misread(`must be a number at ${whereOf(value)}, not “${text.slice(0, 40)}”`);
  return number;
}

export function readBoolean(value: Value, place: Place): boolean | null | undefined {
  const text = readText(value, place);
  if (text === undefined || text === null) return text;
  const word = text.trim().toLowerCase();
  if (['true', 'yes', '1'].includes(word)) return true;
  if (['false', 'no', '0'].includes(word)) return false;
  throw new Misread(`must be true or false at ${whereOf(value)}, not “${text.slice(0, 40)}”`);
}

/** Text, number or truth as it comes. */
export function readScalar(value: Value, place: Place): CustomValue | undefined {
  const raw = readRaw(value, place);
  return typeof raw === 'object' && raw !== null ? readText(value, place) : raw;
}

/** What stands there is not what it should be; the message begins where the name of the field ends. */
export class Misread extends Error {}

export const holds = (conditions: readonly Condition[] | undefined, place: Place): boolean =>
  (conditions ?? []).every((one) => {
    const found = placeOf(one, place);
    if (one.present !== undefined) return one.present === (found !== undefined && found !== null);
    const isAmong = (words: readonly unknown[]) =>
      words.some((word) => word === (found ?? null) || (typeof found !== 'object' && String(word) === String(found)));
    return one.is ? isAmong(one.is) : !isAmong(one.isNot!);
  });
