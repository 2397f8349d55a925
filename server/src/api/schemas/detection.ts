/** What detection proposed, and what it is told, as callers see it. */
import { z } from 'zod';
import { idIn, instantOut } from './basics.ts';

const MOST_FALSE_ALARMS = 50;

export const proposalsAsked = z.strictObject({
  incident: idIn.optional().meta({ description: 'That of this incident, with its parts; else those that nobody has decided about.' }),
});

const cellPlace = z.object({ kind: z.enum(['everywhere', 'region', 'site']), name: z.string().nullable() });
const cellTopic = z.object({ kind: z.enum(['any', 'category', 'product', 'word']), name: z.string().nullable() });

const proposal = z
  .object({
    incident: z.string(),
    foundAt: instantOut,
    from: instantOut.meta({ description: 'Of the first ticket that belongs to it.' }),
    lastAt: instantOut,
    endedAt: instantOut.nullable().meta({ description: 'Null while it grows.' }),
    partOf: z.string().nullable().meta({ description: 'The incident that it turned out to be a part of.' }),
    verdict: z.enum(['accepted', 'merged', 'dismissed']).nullable(),
    isOver: z.boolean().meta({ description: 'It ended, and nobody took it up for a day.' }),
    place: cellPlace,
    topic: cellTopic,
    peak: z
      .object({
        from: instantOut,
        to: instantOut,
        customers: z.int(),
        usual: z.number().meta({ description: 'Customers who usually write in as long a time, at that hour of the week.' }),
        probability: z.number().meta({ description: 'Of as many by chance.' }),
        perHour: z.number(),
        low: z.number().meta({ description: 'Customers an hour: the lower end of the 95 % interval.' }),
        high: z.number(),
        usualPerHour: z.number(),
      })
      .meta({ description: 'The window that stands out most.' }),
    customers: z.int(),
    regions: z.array(z.object({ region: z.string(), customers: z.int(), of: z.int().nullable() })),
    words: z.array(
      z.object({
        word: z.string(),
        tickets: z.int(),
        of: z.int().meta({ description: 'The tickets that were looked at: the first 300.' }),
      }),
    ),
    tickets: z.int(),
    chart: z.object({
      stepSeconds: z.int(),
      usual: z.number().meta({ description: 'In one step.' }),
      steps: z.array(z.object({ from: instantOut, tickets: z.int() })),
    }),
  })
  .meta({ id: 'Proposal' });
export const proposalList = z.object({ proposals: z.array(proposal) });

const isOn = z.boolean();
const falseAlarmsPerWeek = z
  .number()
  .min(0.01, 'must be at least 0.01')
  .max(MOST_FALSE_ALARMS, `must be at most ${MOST_FALSE_ALARMS}`)
  .meta({ description: 'At most so many are to be expected.' });
export const learnedAsked = z.strictObject({
  key: z.string().min(1).max(500).optional().meta({ description: 'As `learned` names it; without it all that was learned.' }),
});
export const detectionIn = z.strictObject({ isOn, falseAlarmsPerWeek });
export const detectionOut = z
  .object({
    isOn,
    falseAlarmsPerWeek: z.number(),
    isListening: z
      .boolean()
      .meta({ description: 'False while too little is known to say what is usual, of fewer than four weeks, and while it fails to hear.' }),
    usualAt: instantOut.nullable().meta({ description: 'When it was last looked up what is usual.' }),
    trouble: z
      .object({
        at: z.enum(['preparing', 'hearing']).meta({ description: 'Saying what is usual, or hearing tickets.' }),
        since: instantOut,
      })
      .nullable()
      .meta({
        description: 'What it fails at; it tries again by itself, and the log of the server says why. Null where nothing is wrong.',
      }),
    learned: z
      .array(
        z.object({
          key: z.string(),
          place: cellPlace,
          topic: cellTopic,
          factor: z.number().meta({
            description: 'How likely by chance the like may be, against what nobody has judged: below 1 it has to stand out more.',
          }),
        }),
      )
      .meta({ description: 'From what people made of proposals, the newest first; at most 50.' }),
    learnedInAll: z.int(),
  })
  .meta({ id: 'Detection' });
