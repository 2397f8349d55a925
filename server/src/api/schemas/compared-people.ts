/** People beside each other and one by one. Their questions are asked in `people/`; this is their shape. */
import { z } from 'zod';
import { TOPS } from '../../people/index.ts';
import { dayOut, idIn, instantOut, LAST_ALONE, lastStandsAlone, named, stretchIn } from './basics.ts';

export const comparisonQuery = z
  .strictObject({ team: idIn.optional().meta({ description: 'All people where left out' }), ...stretchIn })
  .refine(lastStandsAlone, LAST_ALONE);
export const profileQuery = z.strictObject(stretchIn).refine(lastStandsAlone, LAST_ALONE);
/** As it is watched, where the id has no other place. */
export const profileWatched = z.strictObject({ id: idIn, ...stretchIn }).refine(lastStandsAlone, LAST_ALONE);

export const reachOut = z
  .object({
    to: z.enum(['all', 'some', 'none']),
    agents: z.array(z.string()).optional().meta({ description: 'Of `some`, who they are.' }),
    teams: z
      .array(z.string())
      .meta({ description: 'The teams whose work one sees because one belongs to them; none of who sees all, or only their own.' }),
  })
  .meta({ id: 'Reach' });

const verdict = z.enum(['better', 'worse', 'alike']);

const fair = z
  .object({
    expected: z.number().meta({ description: 'What all together achieve in this person’s mix of cases.' }),
    low: z.number().meta({ description: 'The lower end of where the figure lies with 95 % certainty.' }),
    high: z.number(),
    alone: z.number().meta({ description: 'Cases of a kind that nobody else had.' }),
    verdict: verdict.meta({ description: '`alike` unless the expectation lies outside of the interval.' }),
    clearness: z.number().meta({ description: 'How far from the expectation, in half widths of the interval.' }),
  })
  .meta({ id: 'FairComparison' });

const comparedFigure = z
  .object({
    value: z.number().nullable(),
    n: z.number(),
    previous: z.number().nullable().meta({ description: 'The same for as much of the period before.' }),
    standing: z.enum(['met', 'missed', 'warns']).nullable().meta({ description: 'To its target and warning.' }),
    interval: z.array(z.number()).length(2).readonly().nullable().meta({ description: 'The 95 % interval of a share, by Wilson.' }),
    fair: fair.nullable().meta({ description: 'Null where fewer than 20 cases can be compared, or where it is withheld.' }),
    percentile: z
      .number()
      .nullable()
      .meta({ description: 'The share of the others who do worse for their mix; null below 20 cases and among fewer than three.' }),
  })
  .meta({ id: 'ComparedFigure' });

const byMetric = <Of extends z.ZodType>(of: Of) => z.record(z.string(), of).meta({ description: 'By metric.' });
const speciality = z.object({ kind: z.string(), n: z.number(), share: z.number(), usual: z.number() });

const row = {
  figures: byMetric(comparedFigure),
  open: z.number().meta({ description: 'New and open tickets in hand at the end of the period.' }),
  waiting: z.number().meta({ description: 'Pending tickets and those on hold.' }),
  load: z.number().nullable().meta({ description: 'Of the tickets that all answered, the share this person answered.' }),
  breadth: z.number().nullable().meta({ description: 'Over how many categories the work is spread as if evenly.' }),
  speciality: speciality.nullable().meta({ description: 'The category that stands out from what all do.' }),
};
const known = {
  id: z.string(),
  name: z.string(),
  teams: z.array(named),
  supportTier: z.string().nullable(),
  startedOn: dayOut.nullable(),
};
const period = z.object({ from: instantOut, to: instantOut, until: instantOut, timeZone: z.string() });
const medians = byMetric(z.object({ value: z.number(), people: z.number() }).nullable()).meta({
  description: 'Of those with 20 cases and more; null of too few people.',
});

export const comparisonOut = z
  .object({
    asOf: instantOut,
    period,
    sees: z.enum(['all', 'teams', 'agent', 'none']).meta({ description: 'Whose rows the viewer may see one by one.' }),
    people: z.array(z.object({ ...known, ...row }).meta({ id: 'ComparedPerson' })),
    more: z.int().meta({ description: 'People with less work than those listed.' }),
    medians,
    alike: byMetric(z.array(z.string())).meta({ description: 'By which dimensions cases are called alike.' }),
    tops: z
      .array(
        z.object({
          kind: z.enum(TOPS),
          person: named,
          metric: z.string(),
          value: z.number(),
          expected: z.number().nullable(),
          n: z.number(),
        }),
      )
      .meta({ description: 'Who stands out, for their mix of cases.' }),
    improve: z.array(z.object({ person: named, metric: z.string(), value: z.number(), n: z.number(), ...fair.shape })),
    level: z
      .object({
        from: z.object({ who: z.string(), person: named, held: z.number() }),
        to: z.object({ who: z.string(), person: named, held: z.number() }),
        move: z.number(),
        mean: z.number(),
      })
      .nullable()
      .meta({ description: 'Who should hand tickets to whom, where chance does not explain the difference.' }),
  })
  .meta({ id: 'PeopleComparison' });

const skill = z
  .object({
    dimension: z.enum(['category', 'product']),
    value: z.string(),
    n: z.number(),
    share: z.number(),
    level: z.enum(['strong', 'usual', 'mixed', 'weak', 'unknown']),
    clearness: z.number(),
    figures: byMetric(z.object({ n: z.number(), value: z.number().nullable(), fair: fair.nullable() })),
  })
  .meta({ id: 'Skill' });

const spoken = z
  .object({
    metric: z.string(),
    of: z.object({ dimension: z.enum(['category', 'product']), value: z.string() }).nullable(),
    value: z.number(),
    n: z.number(),
    ...fair.shape,
  })
  .meta({ id: 'SpokenFigure' });

export const profileOut = z
  .object({
    asOf: instantOut,
    period,
    person: z.object(known),
    peers: z.int().meta({ description: 'Whose work the figures are set against.' }),
    ...row,
    medians,
    strengths: z.array(spoken),
    growth: z.array(spoken),
    skills: z.array(skill),
    suggestion: skill.nullable().meta({ description: 'The kind of work the person should get more of.' }),
  })
  .meta({ id: 'PersonProfile' });
