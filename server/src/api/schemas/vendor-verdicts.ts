/** A help desk's own verdicts beside ours, as callers see them. */
import { REASONS } from '@watchdesk/domain/sla';
import { z } from 'zod';
import { instantOut } from './basics.ts';

const span = {
  targetSeconds: z.number().nullable().meta({ description: 'Null where nothing is promised.' }),
  startedAt: instantOut.nullable(),
  endedAt: instantOut.nullable(),
  breachedAt: instantOut.nullable(),
};

export const vendorVerdicts = z
  .object({
    comparisons: z.array(
      z.object({
        isSame: z.boolean(),
        reasons: z
          .array(z.enum(REASONS))
          .meta({ description: 'Why the two verdicts are not the same, as far as it can be said, what weighs most first.' }),
        theirs: z
          .object({
            metric: z.string(),
            instance: z.int(),
            state: z.enum(['running', 'paused', 'met', 'breached', 'unpromised']),
            ...span,
            elapsedSeconds: z.number().nullable(),
            isBusiness: z.boolean().nullable().meta({ description: 'Counts within opening hours.' }),
            isTakenBack: z.boolean().meta({ description: 'A breach was announced there and taken back.' }),
          })
          .nullable(),
        ours: z
          .object({
            metric: z.string(),
            ordinal: z.int(),
            state: z.enum(['running', 'paused', 'met', 'breached', 'cancelled']),
            ...span,
            elapsedSeconds: z.int(),
            isBusiness: z.boolean(),
          })
          .nullable(),
      }),
    ),
  })
  .meta({ id: 'VendorVerdicts' });
