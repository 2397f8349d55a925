/** The texts and names that an event may hold: what a database can keep, and no longer than anybody means. */
import { z } from 'zod';

/** Longer than any of these is a mistake of the sender, not a fact about a ticket. */
export const LIMITS = { id: 200, name: 500, text: 100_000, tags: 100, customFields: 100 } as const;

/** PostgreSQL stores neither NUL nor a half of a surrogate pair, so no text may hold one. */
export const wellFormed = (longest: number) =>
  z
    .string()
    .max(longest)
    .refine((value) => !value.includes('\0') && value.isWellFormed(), 'must be well-formed Unicode without the character NUL');

/** An identifier: anything without control characters or surrounding spaces. */
export const identifier = wellFormed(LIMITS.id).regex(
  /^[^\s\p{Cc}](?:[^\p{Cc}]*[^\s\p{Cc}])?$/u,
  'must be an identifier: 1 to 200 characters, no control characters, no space at either end',
);

export const name = wellFormed(LIMITS.name);
export const prose = wellFormed(LIMITS.text);
