/** The first page's numbers. Their questions are asked in `overview/`; this is their shape. */
import { z } from 'zod';
import { instantIn, instantOut, LAST_ALONE, lastIn, lastStandsAlone, named, plain } from './basics.ts';

export const overviewQuery = z
  .strictObject({
    from: instantIn.optional().meta({ description: 'Start of the period; the beginning of today where left out' }),
    to: instantIn.optional().meta({ description: 'End of the period; now where left out' }),
    last: lastIn,
    timeZone: plain(100).optional().meta({ description: 'IANA zone of hours and days; the workspace’s where left out' }),
  })
  .refine(lastStandsAlone, LAST_ALONE);

const tile = z
  .object({
    id: z.string(),
    label: z.string(),
    value: z.number().nullable(),
    unit: z.enum(['count', 'seconds', 'share', 'score', 'money']),
    previous: z.number().nullable().meta({ description: 'The same for as much of the period before.' }),
    betterWhen: z.enum(['higher', 'lower', 'neutral']),
    n: z.int().meta({ description: 'How many tickets, replies or answers it rests on.' }),
    target: z.number().nullable(),
    warning: z.number().nullable(),
    series: z
      .array(
        z.object({
          at: instantOut.meta({ description: 'Start of the local hour, day, week or month.' }),
          value: z.number().nullable(),
          n: z.int(),
          incomplete: z.boolean().meta({ description: 'It is not over yet, or the period cuts it.' }),
        }),
      )
      .readonly(),
    definition: z.string(),
  })
  .meta({ id: 'Tile' });

const bar = z.object({ value: z.string(), label: z.string(), count: z.int() }).meta({ id: 'Bar' });

export const overview = z
  .object({
    asOf: instantOut.nullable().meta({ description: 'How fresh the facts are; null where there are none yet.' }),
    period: z.object({
      from: instantOut,
      to: instantOut,
      until: instantOut.meta({ description: 'How far the period has come: its end, or now.' }),
      timeZone: z.string(),
      grain: z.enum(['hour', 'day', 'week', 'month']).meta({ description: 'Of series and arrivals.' }),
      previous: z
        .object({ from: instantOut, to: instantOut })
        .meta({ description: 'What is compared with: as much of the period before as this one has come.' }),
    }),
    tiles: z.array(tile),
    arrivals: z.array(z.object({ at: instantOut, created: z.int(), resolved: z.int(), incomplete: z.boolean() })),
    byChannel: z.array(bar),
    byPriority: z.array(bar),
    byTeam: z.array(bar),
    byCategory: z.array(bar),
    backlogAge: z.array(z.object({ label: z.string(), fromSeconds: z.number(), toSeconds: z.number().nullable(), count: z.int() })),
    escalations: z.array(bar),
    now: z.object({
      waiting: z.int(),
      longestWaitSeconds: z.number().nullable(),
      handling: z.int(),
      active: z.int(),
      unassigned: z.int(),
      available: z.int(),
      online: z.int(),
      onFire: z.array(
        z.object({
          ticket: z.string(),
          subject: z.string().nullable(),
          priority: z.string(),
          waitingSince: instantOut,
          organisation: named.nullable(),
          requester: named.nullable(),
          customerTier: z.string().nullable(),
        }),
      ),
    }),
  })
  .meta({ id: 'Overview' });

export type OverviewQuestion = z.output<typeof overviewQuery>;
export type OverviewAnswer = z.output<typeof overview>;
