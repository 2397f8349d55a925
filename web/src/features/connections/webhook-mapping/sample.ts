/** A payload as it is looked at: every place in it with its JSON pointer (RFC 6901), and what stands there. */

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** Beyond this a list shows no more of itself, and a payload no more places. */
const MOST_ITEMS = 20;
const MOST_PLACES = 1000;

export const isObject = (value: Json | undefined): value is { readonly [key: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const isList = (value: Json | undefined): value is readonly Json[] => Array.isArray(value);

/** The pointer one step further in. */
export const step = (pointer: string, key: string | number): string =>
  `${pointer}/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`;

/** What lies directly inside. */
export function inside(value: Json, pointer: string): { name: string; pointer: string; value: Json }[] {
  if (isList(value))
    return value.slice(0, MOST_ITEMS).map((item, index) => ({ name: String(index), pointer: step(pointer, index), value: item }));
  if (isObject(value)) return Object.entries(value).map(([name, inner]) => ({ name, pointer: step(pointer, name), value: inner }));
  return [];
}

/** Undefined where the pointer leads to nothing. What an object inherits is nothing. */
export function lookAt(sample: Json | undefined, pointer: string): Json | undefined {
  if (pointer === '') return sample;
  if (!pointer.startsWith('/')) return undefined;
  let here = sample;
  for (const part of pointer.slice(1).split('/')) {
    const key = part.replaceAll('~1', '/').replaceAll('~0', '~');
    if (typeof here !== 'object' || here === null || !Object.hasOwn(here, key)) return undefined;
    here = (here as { readonly [key: string]: Json })[key];
  }
  return here;
}

/** Every place, outermost first, for whoever types a pointer. */
export function pointersOf(sample: Json | undefined): string[] {
  const found: string[] = [];
  const waiting: { pointer: string; value: Json }[] = sample === undefined ? [] : [{ pointer: '', value: sample }];
  for (let one = waiting.shift(); one && found.length < MOST_PLACES; one = waiting.shift()) {
    if (one.pointer !== '') found.push(one.pointer);
    waiting.push(...inside(one.value, one.pointer));
  }
  return found;
}

/** In one line; long ones by their beginning. */
export function inWords(value: Json | undefined, longest = 60): string {
  if (value === undefined) return '';
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}
