/** Surveys as they are set, tried and listed. */
import { SURVEYS } from '@watchdesk/domain/event';
import { HELD_REASONS, surveySettings } from '@watchdesk/domain/survey';
import { z } from 'zod';
import { OUTCOMES } from '../../surveys/index.ts';
import { instantOut, named, plain, someOf, wholeIn } from './basics.ts';

export const settingsOut = z
  .object({
    settings: surveySettings,
    version: z.int().meta({ description: 'Counts up with each change; 0 where nobody has said anything yet' }),
    savedAt: instantOut.nullable(),
    savedBy: z.string().nullable(),
    fault: z.string().nullable().meta({ description: 'Why no letter goes from the workspace; null where they go' }),
    pages: z.string().meta({ description: 'Where the pages are that letters lead to; customers must be able to open it' }),
  })
  .meta({ id: 'SurveySettingsSaved' });

export const settingsIn = z.strictObject({
  settings: surveySettings,
  base: z.int('must be a whole number').min(0, 'must be at least 0').optional().meta({
    description: 'The version that this began from: refused when another was saved meanwhile',
  }),
});

export const testIn = z.strictObject({
  survey: z.enum(SURVEYS, `must be one of ${SURVEYS.join(', ')}`),
  language: plain(35).default('').meta({ description: 'The workspace’s where left out, or where there are no words for it' }),
});

export const listIn = z.strictObject({
  outcome: someOf(OUTCOMES),
  limit: wholeIn(1, 200).default(100).meta({ description: 'How many at most' }),
});

const outcome = z.enum(OUTCOMES);
const counts = z.object(Object.fromEntries(OUTCOMES.map((one) => [one, z.int()])) as Record<(typeof OUTCOMES)[number], z.ZodInt>);

export const listOut = z
  .object({
    days: z.int().meta({ description: 'Over which the counts are' }),
    counts: counts.meta({ description: '`sent` counts those that were answered too' }),
    heldBecause: z.array(z.object({ reason: z.enum(HELD_REASONS), count: z.int() })).meta({ description: 'The most frequent first' }),
    surveys: z.array(
      z.object({
        id: z.string(),
        ticket: z.string(),
        survey: z.enum(SURVEYS).nullable().meta({ description: 'Null while it is not decided which' }),
        outcome,
        reason: z
          .string()
          .nullable()
          .meta({ description: `Why it was held: one of ${HELD_REASONS.join(', ')}` }),
        detail: z.string().nullable().meta({ description: 'The reason in words, or what the mail server said' }),
        automation: z
          .string()
          .nullable()
          .meta({ description: 'The name of the automation that asked; null for what goes after a resolve' }),
        agent: named.nullable().meta({ description: 'Whom it speaks of' }),
        dueAt: instantOut,
        decidedAt: instantOut.nullable(),
        answeredAt: instantOut.nullable(),
        expiresAt: instantOut.nullable(),
      }),
    ),
  })
  .meta({ id: 'SurveyList' });
