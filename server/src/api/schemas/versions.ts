/** What policies and calendars have in common: versions, and drafts that began from one. */
import { z } from 'zod';
import { instantOut } from './basics.ts';

export const version = {
  id: z.string(),
  version: z.int(),
  name: z.string(),
  effectiveFrom: instantOut.nullable().meta({ description: 'Cycles that begin from then on keep to it; null for since ever.' }),
  savedAt: instantOut,
  savedBy: z.string().nullable(),
};

/** So that nobody overwrites what somebody else has saved meanwhile. */
export const baseVersion = z.int().min(1).optional().meta({
  description: 'The version that the draft began from: refused where there is a later one. Left out, the draft is saved in any case.',
});
