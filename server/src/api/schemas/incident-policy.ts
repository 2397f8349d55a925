/** What is promised of incidents, and what they cost, as callers see and say it. */
import { incidentPolicy } from '@watchdesk/domain/event';
import { z } from 'zod';
import { instantOut, named } from './basics.ts';

export const policyIn = z.strictObject({
  policy: incidentPolicy.omit({ version: true }),
  baseVersion: z
    .int()
    .min(0)
    .optional()
    .meta({ description: 'The version that the draft began from: refused where there is a later one.' }),
});
export const policyOut = z
  .object({ policy: incidentPolicy, savedAt: instantOut.nullable(), savedBy: z.string().nullable() })
  .meta({ id: 'IncidentPolicy' });
export const policyVersionsOut = z.object({ versions: z.array(policyOut) });
const moneyOrNone = z.number().nullable();
export const costOut = z
  .object({
    currency: z.string().meta({ description: 'Of tickets and people; empty where it is not known.' }),
    tickets: z.object({ count: z.int(), each: moneyOrNone, amount: moneyOrNone }),
    people: z
      .array(z.object({ agent: named, seconds: z.int(), hourly: moneyOrNone, amount: moneyOrNone }))
      .readonly()
      .meta({ description: 'While they had a role and it went on; an hour without overhead.' }),
    overheadPercent: z.number(),
    creditPercent: moneyOrNone,
    credits: z.array(z.object({ organisation: named, currency: z.string(), mrr: z.number(), amount: z.number() })).readonly(),
    creditsUnknown: z.int().meta({ description: 'Companies with a breached promise whose revenue is not known.' }),
    shown: z
      .enum(['parts', 'sum', 'tickets'])
      .meta({ description: 'How much of it the viewer is told: each part, all of it summed up, or what its tickets cost.' }),
    totals: z.array(z.object({ currency: z.string(), amount: z.number() })).readonly(),
  })
  .meta({ id: 'IncidentCost', description: 'What is known of what it cost, each number with its parts.' });
