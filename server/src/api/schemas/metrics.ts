/** The catalogue and its questions. The ids are the catalogue's own, so that a new metric is in the description by itself. */
import { askedDimension, type Happening, HAPPENINGS, METRIC_IDS, STAGES } from '@watchdesk/domain/metrics';
import { z } from 'zod';
import { ESCALATION_FIGURES, ESCALATION_FILTERS } from '../../metrics/index.ts';
import { cursorIn, instantIn, instantOut, LAST_ALONE, lastIn, lastStandsAlone, plain } from './basics.ts';

const metricId = z.enum(METRIC_IDS, 'must be a metric of the catalogue').meta({ id: 'MetricId' });
const dimensionId = askedDimension.meta({
  id: 'DimensionId',
  description: 'A dimension of the catalogue, or `custom:` and the name of a custom field that tickets of the workspace have.',
});
const unit = z.enum(['count', 'seconds', 'share', 'score', 'number']);
const calendar = z.enum(['elapsed', 'business']);
const grain = z.enum(['hour', 'day', 'week', 'month']);

const definition = {
  id: z.string(),
  label: z.string(),
  description: z.string(),
  formula: z.string(),
  unit,
  betterWhen: z.enum(['higher', 'lower', 'neutral']),
  target: z.number().nullable(),
  warning: z.number().nullable(),
  band: z
    .object({ from: z.number(), to: z.number(), warnsBelow: z.number(), warnsAbove: z.number() })
    .nullable()
    .meta({ description: 'What is well, where it is neither to be high nor low.' }),
  targetsBy: z
    .object({
      dimension: z.string(),
      of: z.record(z.string(), z.object({ target: z.number().optional(), warning: z.number().optional() })),
    })
    .nullable()
    .meta({ description: 'The targets of numbers that are of one value of the dimension.' }),
  calendar: calendar
    .nullable()
    .meta({ description: 'How it counts time: by the clock on the wall or within opening hours; null where it counts none.' }),
  calendars: z.array(calendar).meta({ description: 'In which of these it can be asked.' }),
  source: z.string().meta({ description: 'The section of the definitions.' }),
};

export const metricList = z.object({
  metrics: z.array(
    z
      .object({
        ...definition,
        family: z.string(),
        spread: z.string().nullable().meta({ description: 'Of a duration: the count that, divided by `duration`, shows how it spreads.' }),
        period: z.array(z.string()).meta({ description: 'What puts a row into a period, for each side of the number.' }),
        dimensions: z.array(z.string()).meta({ description: 'By what it can be divided and filtered.' }),
      })
      .meta({ id: 'Metric' }),
  ),
});

export const dimensionList = z.object({
  dimensions: z.array(
    z
      .object({
        id: z.string(),
        label: z.string(),
        description: z.string(),
        several: z.boolean().meta({ description: 'A ticket can have several values and counts under each.' }),
        values: z
          .array(z.object({ value: z.string(), label: z.string() }))
          .nullable()
          .meta({ description: 'Every value in its order, where they are fixed.' }),
        metrics: z.array(z.string()),
      })
      .meta({ id: 'Dimension' }),
  ),
});

const values = z.array(plain(200)).min(1, 'must have at least one value').max(1000, 'must be at most 1000 values');

const filters = z
  .array(z.strictObject({ dimension: dimensionId, values: values.meta({ description: '`""` for none' }), not: z.boolean().optional() }))
  .max(20, 'must be at most 20');

const context = {
  filters: filters.optional(),
  period: z
    .strictObject({ from: instantIn.optional(), to: instantIn.optional(), last: lastIn })
    .refine(lastStandsAlone, LAST_ALONE)
    .optional()
    .meta({ description: 'Today where left out' }),
  timeZone: plain(100).optional().meta({ description: 'IANA zone of hours and days; the workspace’s where left out' }),
  weekStart: z.enum(['monday', 'sunday']).optional(),
  calendar: calendar.optional().meta({
    description: 'How time is counted; as each metric usually does where left out, and refused where one of them cannot be counted so',
  }),
};

export const queryIn = z.strictObject({
  metrics: z.array(metricId).min(1, 'must name at least one metric').max(30, 'must be at most 30'),
  dimensions: z.array(dimensionId).max(3, 'must be at most 3').optional(),
  ...context,
  grain: grain.optional().meta({ description: 'Of series; without it there are none' }),
  compare: z.enum(['previous', 'lastYear']).optional(),
  segment: filters.optional().meta({ description: 'Filters of what else the same figures are given beside, instead of `filters`' }),
  benchmark: z
    .enum(STAGES, `must be one of ${STAGES.join(', ')}`)
    .optional()
    .meta({ description: 'Beside what is usual among companies of which stage; of the workspace’s where left out' }),
  having: z
    .array(z.strictObject({ metric: metricId, compare: z.enum(['<', '<=', '>', '>=']), value: z.number() }))
    .max(10, 'must be at most 10')
    .optional(),
  order: z
    .strictObject({ by: plain(100), direction: z.enum(['asc', 'desc']).optional() })
    .optional()
    .meta({ description: 'A metric or a dimension of the query; the first metric, largest first, where left out' }),
  limit: z
    .int()
    .min(1, 'must be at least 1')
    .max(1000, 'must be at most 1000')
    .optional()
    .meta({ description: 'Groups shown; the others are the rest' }),
});

export const explainIn = z.strictObject({ metric: metricId, ...context });

export const drillIn = z.strictObject({
  metric: metricId,
  ...context,
  side: z.enum(['all', 'numerator']).optional(),
  cursor: cursorIn,
  limit: z.int().min(1, 'must be at least 1').max(500, 'must be at most 500').optional(),
});

const interval = z
  .array(z.number())
  .length(2)
  .readonly()
  .nullable()
  .meta({ description: 'The 95 % interval by Wilson, of fewer than 100.' });

export const stage = z.enum(STAGES, `must be one of ${STAGES.join(', ')}`);

const benchmark = z
  .object({ stage, value: z.number(), standing: z.enum(['met', 'missed']).nullable() })
  .meta({ id: 'Benchmark', description: 'What is usual among companies of the stage, and how the value stands to it.' });

const figure = z
  .object({
    value: z.number().nullable().meta({ description: 'Null where there is nothing to measure, and where it is withheld.' }),
    n: z.number().meta({ description: 'What it rests on.' }),
    withheld: z.boolean().meta({ description: 'It would say what single people did.' }),
    provisional: z.int().optional().meta({ description: 'How many of n are so young that the number can still change.' }),
    previous: z.number().nullable().optional(),
    segment: z.number().nullable().optional().meta({ description: 'Of the segment that is compared with.' }),
    standing: z.enum(['met', 'missed', 'warns']).nullable().meta({ description: 'To its target and warning; null without.' }),
    benchmark: benchmark.optional().meta({ description: 'Of a metric that has one, where a stage is said.' }),
    share: z.number().nullable().optional().meta({ description: 'Of a count: its part of the whole; the parts add to 1.' }),
    interval: interval.optional(),
  })
  .meta({ id: 'Figure' });

const figures = z.record(z.string(), figure).meta({ description: 'By metric.' });
const series = z.array(z.object({ at: instantOut, incomplete: z.boolean(), values: figures }));

const period = z.object({
  from: instantOut,
  to: instantOut,
  until: instantOut.meta({ description: 'How far the period has come: its end, or now.' }),
  timeZone: z.string(),
  weekStart: z.enum(['monday', 'sunday']),
  grain: grain.nullable(),
  compared: z.object({ from: instantOut, to: instantOut }).nullable(),
});
const asOf = instantOut.meta({ description: 'How fresh the facts are.' });
const byDimension = z.record(z.string(), z.string());

export const queryOut = z
  .object({
    asOf,
    period,
    total: z.object({ values: figures, series }),
    groups: z.array(z.object({ key: byDimension, labels: byDimension, values: figures, series })),
    groupsInAll: z.int().meta({ description: 'How many groups there are, shown or not; where a row can be in several, there is no rest.' }),
    rest: z.object({ groups: z.int(), values: figures, series }).nullable().meta({ description: 'All groups that are not shown, as one.' }),
  })
  .meta({ id: 'QueryAnswer' });

export const explainOut = z
  .object({
    asOf,
    metric: z.object(definition),
    value: z.number().nullable(),
    n: z.number(),
    withheld: z.boolean(),
    interval,
    benchmark: benchmark.nullable(),
    parts: z.array(
      z.object({
        role: z.string(),
        figure: z.string(),
        population: z.string(),
        value: z.number().nullable(),
        unit: unit.meta({ description: 'Of the value.' }),
      }),
    ),
    populations: z.array(
      z.object({
        id: z.string(),
        description: z.string(),
        fact: z.string(),
        period: z.string(),
        where: z.string().nullable(),
        dimensions: byDimension.meta({ description: 'Which column each dimension means here.' }),
      }),
    ),
    excluded: z.array(z.object({ population: z.string(), reason: z.string(), rows: z.int() })),
    period,
    statements: z.array(z.object({ population: z.string(), sql: z.string(), params: z.record(z.string(), z.unknown()) })),
  })
  .meta({ id: 'Explanation' });

export const drillOut = z
  .object({
    asOf,
    period,
    of: z.enum(['tickets', 'stretches']).meta({ description: 'What is behind the number; people’s time is of no ticket.' }),
    tickets: z.array(
      z.object({
        ticket: z.string(),
        subject: z.string().nullable().meta({ description: 'Null where nobody said, and where the viewer may read no texts.' }),
        at: instantOut.meta({ description: 'The latest instant that put it into the number.' }),
        rows: z.int().meta({ description: 'How often it counts.' }),
        value: z
          .number()
          .nullable()
          .meta({ description: 'What was measured of it, in the mean of its rows; null where rows are counted.' }),
        events: z
          .array(
            z.object({
              what: z.enum(Object.keys(HAPPENINGS) as [Happening]),
              at: instantOut,
              event: z
                .object({ source: z.string(), id: z.string(), type: z.string() })
                .nullable()
                .meta({ description: 'Null where no single event is it.' }),
            }),
          )
          .meta({ description: 'What made it, of several rows the latest, in the order in which it happens.' }),
      }),
    ),
    stretches: z.array(
      z.object({
        agent: z.string(),
        name: z.string(),
        presence: z.string(),
        from: instantOut,
        to: instantOut.nullable().meta({ description: 'Null while it lasts.' }),
        seconds: z.number().meta({ description: 'How much of it lies in the period.' }),
      }),
    ),
    next: z.string().nullable(),
    visible: z.int(),
    more: z.int().nullable().meta({ description: 'Behind the number and not to be seen; null where even how many says too much.' }),
  })
  .meta({ id: 'Drill' });

const date = z.iso.date('must be a date such as 2026-03-01');
const escalationFigures = Object.keys(ESCALATION_FIGURES) as [keyof typeof ESCALATION_FIGURES];
const someValues = z.union([plain(200), values]);

export const escalationsIn = z.strictObject({
  start_date: date,
  end_date: date.meta({ description: 'The last day, which is in it' }),
  filters: z
    .partialRecord(z.enum(ESCALATION_FILTERS, `must be one of ${ESCALATION_FILTERS.join(', ')}`), someValues)
    .optional()
    .meta({ description: 'By dimension one value or several; `""` for none' }),
  metrics: z.array(z.enum(escalationFigures)).min(1, 'must name at least one').max(4, 'must be at most 4'),
});

const escalationFigure = z.object({ figures, series }).nullable().optional();

export const escalationsOut = z
  .object({
    asOf,
    start_date: z.string(),
    end_date: z.string(),
    time_zone: z.string(),
    volume: escalationFigure,
    satisfaction: escalationFigure,
    resolution_time: escalationFigure,
    cost: escalationFigure.meta({ description: 'Null: what an hour costs is not kept yet.' }),
  })
  .meta({ id: 'EscalationAnalytics' });
