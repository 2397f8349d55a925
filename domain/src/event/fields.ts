/** What the fields of events are made of: texts, identifiers and instants, each with the sentence that says what it must be. */
import { z } from 'zod';

/** Longer than any of these is a mistake of the sender, not a fact about a ticket. */
export const LIMITS = { id: 200, name: 500, text: 100_000, tags: 100, customFields: 100 } as const;

/** PostgreSQL stores neither NUL nor a half of a surrogate pair, so no text may hold one. */
export const text = (longest: number) =>
  z
    .string()
    .max(longest)
    .refine((value) => !value.includes('\0') && value.isWellFormed(), 'must be well-formed Unicode without the character NUL');

/** An identifier: anything without control characters or surrounding spaces. */
export const id = text(LIMITS.id).regex(
  /^[^\s\p{Cc}](?:[^\p{Cc}]*[^\s\p{Cc}])?$/u,
  'must be an identifier: 1 to 200 characters, no control characters, no space at either end',
);
/** `source:externalId`; the source part has no colon. */
export const ticketId = id.regex(/^[\w.-]{1,64}:./u, 'must be a ticket id of the form source:externalId');
export const name = text(LIMITS.name);
export const prose = text(LIMITS.text);
export const idOrNone = id.nullable();

const EARLIEST = Date.UTC(1990, 0, 1);
const ISO_INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:\d\d)$/;
const INSTANT = 'must be an instant since 1990, as ISO 8601 with a zone such as 2026-03-01T09:30:00.000Z, or as milliseconds since 1970';

/** Not a number where the text is no instant. `Date.parse` alone takes 31 February for 3 March. */
function parseInstant(value: string): number {
  if (!ISO_INSTANT.test(value)) return Number.NaN;
  const day = new Date(`${value.slice(0, 10)}T00:00:00Z`);
  return day.getUTCDate() === Number(value.slice(8, 10)) ? Date.parse(value) : Number.NaN;
}

/** Milliseconds since 1970, from ISO 8601 with a zone or from such a number. */
export const instant = z.union([z.string(), z.number()], INSTANT).transform((value, context): number => {
  const ms = typeof value === 'number' ? value : parseInstant(value);
  if (Number.isFinite(ms) && ms >= EARLIEST && ms <= 8.64e15) return Math.floor(ms);
  context.addIssue({ code: 'custom', message: INSTANT });
  return z.NEVER;
});

export const day = z.iso.date('must be a day such as 2026-03-01');
