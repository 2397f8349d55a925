/** How far a dry run came. */
import { z } from 'zod';
import { LONGEST_TRIAL_MS, MOST_TRIED } from '../../trials.ts';

export const trialBound = z
  .object({
    tickets: z.int().meta({ description: 'So many were looked at, those that changed last; 0 of a number.' }),
    why: z.enum(['tickets', 'time', 'before']).meta({
      description:
        '`before`: of a number, whether it was too much as the period began is not known, as it stood within its band for long before.',
    }),
  })
  .nullable()
  .meta({
    description: `Null where all there are were looked at. Otherwise it stopped at ${MOST_TRIED} tickets, or after ${LONGEST_TRIAL_MS / 1000} seconds: a dry run is begun at each pause of typing, and is not to hold up the daily work.`,
  });
