/** The parts all resources share: named things, instants, problems, and how lists are asked for in a query string. */
import { MOST_LISTED } from '@watchdesk/domain/calendar';
import { LAST } from '@watchdesk/domain/period';
import { z } from 'zod';
import { PROBLEM_CODES } from '../../errors.ts';

/** Responses carry instants as ISO 8601 in UTC with milliseconds. They are ours, so they are described and not checked again. */
export const instantOut = z.string().meta({ format: 'date-time' });
export const dayOut = z.string().meta({ format: 'date' });

/** When the calendar of a clock is closed until its breach. Short, since rows go to everybody who watches. */
export const closedAhead = {
  closings: z
    .array(z.int())
    .max(2 * MOST_LISTED)
    .meta({
      description:
        'Of one that runs: when its calendar is closed between the last event of its ticket and `breachesAt`, the ' +
        `${MOST_LISTED} nearest stretches at most, in order, as from, to, from, to …, each in seconds before \`breachesAt\`, the ` +
        'to not included. In them it does not count. Empty for one that stands still, is breached, or cannot be.',
    }),
  closedAfterSeconds: z.int().meta({
    description:
      'Closed seconds between the last of `closings` and `breachesAt`; 0 where all are listed. Until the last of them ends, the business ' +
      'time left is the time until `breachesAt`, less what of `closings` is still ahead, less this. Where this is not 0, nothing is said ' +
      'of when it is closed after the last of them.',
  }),
};

export const named = z
  .object({ id: z.string(), name: z.string().meta({ description: 'The id where no name is known.' }) })
  .meta({ id: 'Named' });

/** What a customer answered to further questions of a survey. */
export const furtherAnswers = z
  .array(z.object({ question: z.string(), answer: z.string() }))
  .readonly()
  .meta({
    description: 'To further questions, as they were read. Empty where there are none, they were erased, or the viewer may not read them.',
  });

const problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    code: z.enum(PROBLEM_CODES),
    detail: z.string(),
    field: z.string().optional().meta({ description: 'The first field that is wrong.' }),
    fields: z.array(z.object({ field: z.string(), message: z.string() })).optional(),
  })
  .meta({ id: 'Problem', description: 'An RFC 9457 problem document with a code from a closed set.' });

/** Every route may answer with a problem. */
export const problems = {
  '4xx': { description: 'A problem document', content: { 'application/problem+json': { schema: problem } } },
  '5xx': { description: 'A problem document', content: { 'application/problem+json': { schema: problem } } },
};

const well = (value: string) => !value.includes('\0') && value.isWellFormed();
const WELL = 'must be well-formed Unicode without the character NUL';

/** Text in a query or a path, as PostgreSQL can hold it. */
export const plain = (longest: number) => z.string().max(longest, `must have at most ${longest} characters`).refine(well, WELL);

/** An id in a path or a body. */
export const idIn = plain(200).min(1, 'must not be empty');

/** One value or several: repeated or separated by commas. Empty means not asked. */
const several = z.union([z.string(), z.array(z.string())]).transform((given) =>
  [given]
    .flat()
    .flatMap((text) => text.split(','))
    .filter((text) => text !== ''),
);
const MOST_VALUES = 100;
const TOO_MANY = `must be at most ${MOST_VALUES} values`;

export const textsIn = several
  .pipe(z.array(plain(200)).max(MOST_VALUES, TOO_MANY))
  .optional()
  .meta({ description: 'One or several: repeated or separated by commas' });

export const someOf = <const T extends readonly [string, ...string[]]>(allowed: T) =>
  several
    .pipe(z.array(z.enum(allowed, `must be one of ${allowed.join(', ')}`)).max(MOST_VALUES, TOO_MANY))
    .optional()
    .meta({ description: `One or several of ${allowed.join(', ')}: repeated or separated by commas` });

/** An instant in a query: ISO 8601 with a zone. Milliseconds since 1970. */
export const instantIn = z
  .string()
  .transform((text, context): number => {
    const ms = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:\d\d)$/.test(text) ? Date.parse(text) : Number.NaN;
    if (Number.isFinite(ms)) return ms;
    context.addIssue({ code: 'custom', message: 'must be an instant in ISO 8601 with a zone, such as 2026-03-01T09:30:00Z' });
    return z.NEVER;
  })
  .meta({ format: 'date-time' });

/** Instead of two instants. */
export const lastIn = z
  .enum(LAST, `must be one of ${LAST.join(', ')}`)
  .optional()
  .meta({
    description:
      'A period that moves with the clock, in place of both: this hour and those before it, today and the days before it, this calendar quarter or the one before',
  });
export const lastStandsAlone = ({ from, to, last }: { from?: unknown; to?: unknown; last?: unknown }): boolean =>
  last === undefined || (from === undefined && to === undefined);
export const LAST_ALONE = { path: ['last'], message: 'must stand alone, without from and to' };
/** The stretch of time that a report is about; whoever takes it sees to it that `last` stands alone. */
export const stretchIn = {
  from: instantIn.optional().meta({ description: 'Start of the period; the beginning of today where left out' }),
  to: instantIn.optional().meta({ description: 'End of the period; now where left out' }),
  last: lastIn,
  timeZone: plain(100).optional().meta({ description: 'IANA zone of days; the workspace’s where left out' }),
};

export const flagIn = z.enum(['true', 'false'], 'must be true or false').transform((text) => text === 'true');

export const wholeIn = (least: number, most: number) =>
  z.coerce
    .number(`must be a number from ${least} to ${most}`)
    .int(`must be a whole number`)
    .min(least, `must be at least ${least}`)
    .max(most, `must be at most ${most}`);

export const limitIn = (usual: number) => wholeIn(1, 500).default(usual).meta({ description: 'How many at most' });
export const cursorIn = plain(1000).optional().meta({ description: 'The `next` of the answer before' });
export const nextOut = z.string().nullable().meta({ description: 'The cursor of the next part; null at the end' });
