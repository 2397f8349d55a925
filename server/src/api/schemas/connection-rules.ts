/** The promises of a connected system as they are offered, chosen and taken over. */
import { calendarSpec } from '@watchdesk/domain/calendar';
import { policySpec } from '@watchdesk/domain/sla';
import { z } from 'zod';
import { idIn, instantOut, nextOut, plain } from './basics.ts';
import { vendorVerdicts } from './vendor-verdicts.ts';

const suggested = z.string().nullable().meta({ description: 'The id of what is here already that it would best become a version of.' });

export const rulesOffer = z
  .object({
    calendars: z.array(
      z.object({
        key: z.string().meta({ description: 'By which the policies name it.' }),
        name: z.string(),
        spec: calendarSpec,
        suggested,
      }),
    ),
    policies: z.array(z.object({ spec: policySpec, suggested })),
    notes: z
      .array(
        z.object({
          about: z.string().meta({ description: 'The policy or calendar over there, by its name.' }),
          kind: z.enum(['left_out', 'otherwise']),
          what: z.string(),
        }),
      )
      .readonly()
      .meta({ description: 'What cannot be said here, or is said otherwise.' }),
  })
  .meta({ id: 'RulesOffer' });

const intoId = idIn.nullable().default(null).meta({ description: 'What it becomes a version of; a new one where null.' });
const key = plain(200).min(1, 'must not be empty');
const name = plain(100).refine((text) => text.trim() !== '', 'must not be empty');

export const rulesChoice = z.strictObject({
  calendars: z
    .array(
      z
        .strictObject({
          key,
          name,
          spec: calendarSpec.nullable().meta({ description: 'Null where the policies count by the calendar `id` as it is.' }),
          id: intoId,
        })
        .refine(({ spec, id }) => spec !== null || id !== null, { path: ['id'], message: 'must name a calendar where there is no `spec`' }),
    )
    .max(100, 'must be at most 100'),
  policies: z.array(z.strictObject({ spec: policySpec, id: intoId })).max(200, 'must be at most 200'),
  dryRun: z.boolean().default(false).meta({ description: 'Only says what would become of it.' }),
});

export const rulesTaken = z.object({
  taken: z.array(
    z.object({
      kind: z.enum(['calendar', 'policy']),
      name: z.string(),
      outcome: z.enum(['new', 'version', 'as_it_is', 'refused']),
      id: z.string().nullable(),
      rank: z.int().nullable().meta({ description: 'Of a policy: its place.' }),
      faults: z.array(z.object({ field: z.string(), message: z.string() })).readonly(),
    }),
  ),
});

export const sourceVerdicts = z.object({
  tickets: z.array(vendorVerdicts.extend({ ticket: z.string(), updatedAt: instantOut })),
  next: nextOut,
});
