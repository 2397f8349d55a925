/** The first page's questions. They are asked in `overview/`; this is their shape. */
import { METRIC_IDS } from '@watchdesk/domain/metrics';
import { z } from 'zod';
import { instantOut, LAST_ALONE, lastStandsAlone, named, someOf, stretchIn } from './basics.ts';

export const overviewQuery = z.strictObject({});

const WITHHELD = 'Null where it is withheld: it would say what single people did.';

export const overview = z
  .object({
    asOf: instantOut,
    waiting: z.int().meta({ description: 'Active tickets whose customer waits for a person and that nobody has.' }),
    longestWaitSeconds: z.number().nullable(),
    handling: z
      .int()
      .nullable()
      .meta({ description: `Active tickets that somebody has, or whose customer waits for nobody. ${WITHHELD}` }),
    active: z.int().nullable().meta({ description: WITHHELD }),
    unassigned: z.int(),
    available: z.int(),
    online: z.int(),
    onFire: z
      .array(
        z.object({
          ticket: z.string(),
          subject: z.string().nullable(),
          priority: z.string(),
          waitingSince: instantOut,
          organisation: named.nullable(),
          requester: named.nullable(),
          customerTier: z.string().nullable(),
        }),
      )
      .meta({ description: 'Those whose customers wait for a person, of the tickets the viewer may see.' }),
    seesTickets: z.boolean().meta({ description: 'Whether the viewer may see any ticket by itself.' }),
  })
  .meta({ id: 'Overview' });

export const trendQuery = z.strictObject(stretchIn).refine(lastStandsAlone, LAST_ALONE);

export const peersQuery = z
  .strictObject({ ...stretchIn, metrics: someOf(METRIC_IDS).transform((ids) => ids ?? []) })
  .refine(lastStandsAlone, LAST_ALONE);

export const peers = z
  .object({
    asOf: instantOut.meta({ description: 'How fresh the facts are.' }),
    period: z.object({ from: instantOut, to: instantOut, until: instantOut, timeZone: z.string() }),
    peers: z.array(
      z
        .object({
          metric: z.string(),
          median: z.number().nullable().meta({ description: 'Of the colleagues who have such a number, each of whom counts once.' }),
          people: z.int().meta({ description: 'How many they are; 0 where withheld.' }),
          withheld: z.boolean(),
        })
        .meta({ id: 'Peer' }),
    ),
  })
  .meta({ id: 'Peers' });

export const trends = z
  .object({
    asOf: instantOut.meta({ description: 'How fresh the facts are.' }),
    period: z.object({ from: instantOut, to: instantOut, until: instantOut, timeZone: z.string() }),
    periods: z.int().meta({ description: 'With how many earlier periods it is compared; fewer than 2 are none.' }),
    trends: z.array(
      z
        .object({
          category: z.string().meta({ description: '`""` for none' }),
          count: z.int(),
          usual: z.number().meta({ description: 'The mean of the periods before.' }),
          ratio: z.number().nullable().meta({ description: 'More than usual, in shares of it; null where there usually is none.' }),
        })
        .meta({ id: 'Trend' }),
    ),
  })
  .meta({ id: 'Trends' });
