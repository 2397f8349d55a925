/** Drills as callers see and ask for them. */
import {
  DRILL_REGIONS,
  DRILL_SERVICES,
  HINTS,
  LEAST_MINUTES,
  MOST_MINUTES,
  MOST_PACE,
  PARTS,
  SCENARIOS,
  SURPRISE,
} from '@watchdesk/domain/drill';
import { BLOCKS, SEVERITIES, USERS_HIT } from '@watchdesk/domain/event';
import { z } from 'zod';
import { DRILL_ENDS } from '../../drills/index.ts';
import { instantOut } from './basics.ts';

const ids: [string, ...string[]] = [SURPRISE, ...SCENARIOS.map(({ id }) => id)];

export const drillIn = z.strictObject({
  scenario: z
    .enum(ids, `must be one of ${ids.join(', ')}`)
    .meta({ description: 'Of `surprise` neither place nor service is told before it has ended.' }),
  minutes: z
    .int(`must be a whole number of minutes`)
    .min(LEAST_MINUTES, `must be at least ${LEAST_MINUTES}`)
    .max(MOST_MINUTES, `must be at most ${MOST_MINUTES}`)
    .optional()
    .meta({ description: 'How long the outage lasts, by the clock of the drill; what the scenario says where left out.' }),
  pace: z
    .number('must be a number')
    .min(1, 'must be at least 1')
    .max(MOST_PACE, `must be at most ${MOST_PACE}`)
    .default(1)
    .meta({ description: 'Minutes of the drill in a minute of the wall. Promises run by it too.' }),
  seed: z
    .int('must be a whole number')
    .min(0, 'must not be negative')
    .max(2 ** 31 - 1, `must be at most ${2 ** 31 - 1}`)
    .optional()
    .meta({ description: 'The same gives the same customers, words and surprise.' }),
});
export const hintIn = z.strictObject({ hint: z.enum(HINTS, `must be one of ${HINTS.join(', ')}`) });
export const drillAsked = z.strictObject({ id: z.string().min(1).max(200) });

const brief = {
  id: z.string(),
  title: z.string(),
  isSurprise: z.boolean(),
  minutes: z.int(),
  pace: z.number(),
  startedAt: instantOut,
  startedBy: z.string(),
  endsAt: instantOut.meta({ description: 'When it ends by itself at the latest.' }),
  endedAt: instantOut.nullable(),
  endedFor: z.enum(DRILL_ENDS).nullable().meta({ description: 'Everything was done, its time was over, or somebody stopped it.' }),
  clearedAt: instantOut.nullable().meta({ description: 'When its tickets were removed.' }),
  total: z.int().nullable(),
};

export const drillList = z.object({
  drills: z.array(z.object(brief).meta({ id: 'OutageDrillBrief' })),
  isDemonstration: z.boolean().meta({ description: 'Drills are held in a demonstration only.' }),
  mayStart: z.boolean().meta({ description: 'Leads, managers and administrators start drills.' }),
});

export const drillDetail = z
  .object({
    ...brief,
    brief: z.string(),
    place: z
      .object({ service: z.enum(DRILL_SERVICES), regions: z.array(z.enum(DRILL_REGIONS)) })
      .nullable()
      .meta({ description: 'Null of a surprise that runs.' }),
    truth: z
      .object({ users: z.enum(USERS_HIT), severity: z.enum(SEVERITIES), reason: z.string(), block: z.enum(BLOCKS), share: z.number() })
      .nullable()
      .meta({ description: 'Once it has ended.' }),
    news: z
      .array(z.object({ afterMs: z.number(), text: z.string() }))
      .meta({ description: 'What engineers say, once an incident is declared.' }),
    hints: z.array(
      z.object({ hint: z.enum(HINTS), title: z.string(), cost: z.int(), takenAt: instantOut.nullable(), text: z.string().nullable() }),
    ),
    updateDueAt: instantOut
      .nullable()
      .meta({ description: 'When customers are owed the next update at the pace of the drill; null where none is.' }),
    incident: z.object({ id: z.string(), title: z.string() }).nullable(),
    tickets: z.int().meta({ description: 'That have come.' }),
    linked: z.int().meta({ description: 'Of them, those of its incident.' }),
    timeline: z.array(
      z.object({
        afterMs: z.number().meta({ description: 'Since it began, by its own clock.' }),
        side: z.enum(['truth', 'deed', 'lapse']),
        text: z.string(),
      }),
    ),
    score: z.object({
      total: z.int().nullable().meta({ description: '0 to 100; null while it runs.' }),
      points: z.number(),
      of: z.number(),
      hints: z.int().meta({ description: 'What hints cost.' }),
      parts: z
        .array(
          z.object({
            id: z.enum(PARTS),
            points: z.number(),
            of: z.number().meta({ description: '0 where it was not asked for.' }),
            said: z.string(),
            target: z.string(),
            better: z.string().nullable(),
          }),
        )
        .meta({ description: 'While it runs, those for which something was done and that give nothing away.' }),
    }),
  })
  .meta({ id: 'OutageDrill' });
