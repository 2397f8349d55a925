/** Languages as tags of BCP 47 in lower case, such as `de` or `pt-br`: those that dates can be written in. */
import { z } from 'zod';

export type Tag = string;

const LANGUAGE = 'must be a language tag in lower case, such as de or pt-br';
export const language = z
  .string()
  .max(35)
  .regex(/^[a-z]{2,3}(-[a-z0-9]{2,8})*$/, LANGUAGE)
  .refine(isLanguage, LANGUAGE);

function isLanguage(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}

/** `de-at`, then `de`. */
export function widened(tag: Tag): Tag[] {
  const parts = tag.toLowerCase().replaceAll('_', '-').split('-');
  return parts.map((_, index) => parts.slice(0, parts.length - index).join('-'));
}
