/** Reports on what customers say. Their questions are asked in `feedback/`; this is their shape. */
import { z } from 'zod';
import { BANDED, DRIVERS, LEFT_OUT, STATES } from '../../feedback/index.ts';
import { furtherAnswers, instantOut, LAST_ALONE, lastStandsAlone, named, stretchIn } from './basics.ts';

export const feedbackQuery = z.strictObject(stretchIn).refine(lastStandsAlone, LAST_ALONE);

const asOf = instantOut.meta({ description: 'How fresh the facts are.' });
const period = z.object({ from: instantOut, to: instantOut, timeZone: z.string() });
const interval = z.array(z.number()).length(2).readonly().meta({ description: 'Where it lies with 95 % certainty.' });
const explained = z.number().meta({ description: 'How much less of the variance would be explained without it.' });
const driver = z.enum(DRIVERS);

export const drivers = z
  .object({
    asOf,
    period,
    outcome: z.enum(['computed', 'too_few', 'all_alike', 'withheld']),
    answers: z.int().nullable().meta({ description: 'CSAT answers of the period; null where withheld.' }),
    used: z.int(),
    needed: z.int().meta({ description: 'How many usable answers it takes.' }),
    leftOut: z.array(z.object({ reason: z.enum(LEFT_OUT), answers: z.int().nullable() })),
    mean: z.number().nullable().meta({ description: 'Mean score of the answers used, of 1 to 5.' }),
    explained: z.number().nullable().meta({ description: 'The share of the variance of the scores that all drivers explain (R²).' }),
    amounts: z.array(
      z
        .object({
          id: driver,
          step: z.enum(['doubling', 'one']).meta({ description: '`perStep` is for twice as long, or for one more.' }),
          varies: z.boolean(),
          perDeviation: z.number().meta({ description: 'Points of the score for one standard deviation more, the others as they are.' }),
          interval,
          perStep: z.number(),
          explained,
        })
        .meta({ id: 'DriverAmount' }),
    ),
    choices: z.array(
      z
        .object({
          id: driver,
          reference: z.string().meta({ description: 'The most frequent value, beside which the others stand. `…`: all rarer ones.' }),
          explained,
          values: z.array(z.object({ value: z.string(), n: z.int(), effect: z.number(), interval })),
        })
        .meta({ id: 'DriverChoice' }),
    ),
    bands: z
      .array(
        z.object({
          by: z.enum(BANDED),
          bands: z.array(
            z.object({
              band: z.string(),
              n: z.int(),
              mean: z.number().nullable(),
              satisfied: z.number().nullable(),
              interval: interval.nullable(),
              withheld: z.boolean(),
            }),
          ),
        }),
      )
      .meta({ description: 'Plain means in bands of what the tickets went through; nothing else is held as it is.' }),
  })
  .meta({ id: 'FeedbackDrivers' });

export const followUps = z
  .object({
    asOf,
    period,
    counts: z
      .object({ open: z.int(), overdue: z.int(), inTime: z.int(), late: z.int() })
      .nullable()
      .meta({ description: 'Of those listed; null where the viewer may see no answer by itself.' }),
    isWhole: z.boolean().meta({ description: 'False where there are more than are listed.' }),
    answers: z.array(
      z
        .object({
          ticket: z.string(),
          survey: z.string(),
          score: z.number(),
          scale: z.number(),
          answeredAt: instantOut,
          agent: named.nullable().meta({ description: 'Whom the answer speaks of.' }),
          team: named.nullable(),
          channel: z.string(),
          category: z.string(),
          requester: named.nullable(),
          organisation: named.nullable(),
          customerTier: z.string().nullable(),
          hasComment: z.boolean(),
          comment: z.string().nullable().meta({ description: 'Null where there is none, it was erased, or the viewer may not read it.' }),
          furtherAnswers,
          state: z.enum(STATES).meta({ description: 'A contact within a day is in time.' }),
          contact: z
            .object({ at: instantOut, by: named.nullable(), kind: z.enum(['reply', 'new_ticket']), ticket: z.string().nullable() })
            .nullable()
            .meta({ description: 'The first public reply on the ticket since, or ticket that an agent opened for the customer.' }),
        })
        .meta({ id: 'LowAnswer' }),
    ),
  })
  .meta({ id: 'FollowUps' });
