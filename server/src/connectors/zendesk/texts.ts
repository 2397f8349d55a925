/** Their values in the shapes that events have: no longer than allowed, and nothing in them that cannot be stored. */
import { LIMITS } from '@watchdesk/domain/event';

const clean = (value: string): string => value.replaceAll('\0', '').toWellFormed();
const cut = (value: string, longest: number): string => (value.length <= longest ? value : value.slice(0, longest).toWellFormed());

export const nameOf = (value: string | null | undefined): string => cut(clean(value ?? ''), LIMITS.name);
export const nameOrNone = (value: string | null | undefined): string | null => (value ? nameOf(value) : null);
export const proseOf = (value: string): string => cut(clean(value), LIMITS.text);

/** An identifier; null where nothing of it is left. */
export function wordOf(value: unknown): string | null {
  if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') return null;
  const word = cut(
    clean(String(value))
      .replaceAll(/\p{Cc}+/gu, ' ')
      .trim(),
    LIMITS.id,
  ).trim();
  return word === '' ? null : word;
}

/** A text that they gave as it is, where it is one. */
export const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Tags are a list, or one text with spaces between them. */
export function tagsOf(value: unknown): string[] {
  const list = Array.isArray(value) ? value : typeof value === 'string' ? value.split(/[\s,]+/) : [];
  return [...new Set(list.flatMap((tag) => wordOf(tag) ?? []))];
}

/** A custom field's value: several choices become one text. */
export function plainValue(value: unknown): string | number | boolean | null {
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  if (Array.isArray(value)) return nameOrNone(value.map(String).join(', '));
  return typeof value === 'string' ? nameOrNone(value) : null;
}

/** Text that stands for nobody or nothing over there. */
export const idOf = (value: unknown): string | null => {
  const word = wordOf(value);
  return word === null || Number(word) <= 0 ? null : word;
};

export const secondsOf = (instant: string): number => Math.floor(Date.parse(instant) / 1000);
