/** Goals as callers see and say them. */
import { goalDraft, goalSpec, OUTCOMES, PACES } from '@watchdesk/domain/goal';
import { z } from 'zod';
import { instantOut } from './basics.ts';
import { baseVersion } from './versions.ts';

const outcome = z.enum(OUTCOMES, `must be one of ${OUTCOMES.join(', ')}`);
const value = z.number().nullable();
const withheld = z.boolean().meta({ description: 'It would say what single people did.' });

const standing = z
  .object({
    from: instantOut,
    to: instantOut.meta({ description: 'The window over which it is measured ends now, to the minute.' }),
    value,
    n: z.number(),
    withheld,
    expected: z.number().meta({ description: 'On the straight way from the baseline to the target, now.' }),
    pace: z.enum(PACES).meta({
      description: 'On track within a tenth of the whole way, far behind beyond three tenths of it; `unknown` without a value.',
    }),
    progress: value.meta({ description: 'The part of the way that is behind; null where the target is to be held, and without a value.' }),
    isHeld: z.boolean().meta({ description: 'The baseline meets the target, which is to be held.' }),
  })
  .meta({ id: 'GoalStanding' });

const facts = {
  id: z.string(),
  version: z.int(),
  spec: goalSpec,
  filters: goalSpec.shape.filters.meta({ description: 'What its numbers are filtered by: its own filters, and whose they are.' }),
  whoseName: z.string().nullable().meta({ description: 'The name of the team or agent; null where it is everybody’s.' }),
  startsAt: instantOut,
  endsAt: instantOut.meta({ description: 'The end of its last day.' }),
  timeZone: z.string(),
  direction: z.enum(['higher', 'lower']).meta({ description: 'Which values are better.' }),
  createdAt: instantOut,
  savedAt: instantOut,
  savedBy: z.string(),
  mayChange: z.boolean().meta({ description: 'Whether the caller may change it.' }),
  closed: z
    .object({ outcome, measured: value, at: instantOut, by: z.string() })
    .nullable()
    .meta({ description: 'How it ended, and what was measured then; null while it is open.' }),
  standing: standing.nullable().meta({ description: 'How it stands; null once it is closed.' }),
};

const asOf = instantOut.meta({ description: 'When it was looked at.' });

export const goalList = z.object({ asOf, goals: z.array(z.object(facts).meta({ id: 'Goal' })) });

export const goalDetail = z
  .object({
    asOf,
    ...facts,
    course: z.object({
      step: z.enum(['day', 'week']),
      points: z.array(
        z.object({
          at: instantOut,
          value,
          n: z.number(),
          withheld,
          incomplete: z.boolean().meta({ description: 'Not whole, or not there yet.' }),
          expected: z.number(),
          projected: value.meta({ description: 'On the line of the trend, from the last whole step on.' }),
        }),
      ),
      projection: z
        .discriminatedUnion('status', [
          z.object({ status: z.literal('projected'), value: z.number(), n: z.int(), reaches: z.boolean() }),
          z.object({ status: z.literal('early'), n: z.int() }),
        ])
        .meta({
          description: 'Where the median of the slopes between all whole steps leads by the end; `early` of too few or too little time.',
        }),
    }),
  })
  .meta({ id: 'GoalDetail' });

export const goalHistory = z.object({
  versions: z.array(
    z.object({
      version: z.int(),
      spec: goalSpec,
      outcome: outcome.nullable().meta({ description: 'Of a version that closed it.' }),
      measured: value,
      savedAt: instantOut,
      savedBy: z.string(),
    }),
  ),
});

export const goalIn = z.strictObject({ goal: goalDraft });
export const goalSave = z.strictObject({ goal: goalDraft, baseVersion });
export const closingIn = z.strictObject({ outcome });
