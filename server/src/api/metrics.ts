/** The catalogue of numbers, and the questions to it. */
import {
  bandWords,
  calendarsOf,
  DIMENSION_IDS,
  dimensionOf,
  dimensionsOf,
  FAMILIES,
  isDividedBy,
  type Metric,
  metricOf,
  METRICS,
  periodWords,
  populationsOf,
} from '@watchdesk/domain/metrics';
import type { Asker } from '../metrics/index.ts';
import { askerOf } from './asker.ts';
import type { Routes } from './routes.ts';
import { problems } from './schemas/basics.ts';
import {
  dimensionList,
  drillIn,
  drillOut,
  escalationsIn,
  escalationsOut,
  explainIn,
  explainOut,
  metricList,
  queryIn,
  queryOut,
} from './schemas/metrics.ts';

const tags = ['Numbers'];
const config = { access: 'tickets:read' } as const;

export const metricRoutes: Routes = (parts) => async (app) => {
  /** The catalogue is there while the facts are not. */
  const customOf = (asker: Asker) => parts.metrics.customDimensions(asker).catch(() => []);
  app.get(
    '/metrics',
    { config, schema: { operationId: 'listMetrics', tags, summary: 'Every metric there is', response: { 200: metricList, ...problems } } },
    async ({ viewer }, reply) => {
      const own = await customOf(await askerOf(parts, viewer, reply));
      return {
        metrics: FAMILIES.flatMap(({ id: family, metrics }) =>
          metrics.map((metric) => ({
            ...definitionOf(metric),
            family,
            spread: metric.spread ?? null,
            period: populationsOf(metric).map(periodWords),
            dimensions: [...dimensionsOf(metric), ...own.filter((id) => isDividedBy(metric, id))],
          })),
        ),
      };
    },
  );

  app.get(
    '/dimensions',
    {
      config,
      schema: {
        operationId: 'listDimensions',
        tags,
        summary: 'By what metrics can be divided',
        response: { 200: dimensionList, ...problems },
      },
    },
    async ({ viewer }, reply) => {
      const own = await customOf(await askerOf(parts, viewer, reply));
      return {
        dimensions: [...DIMENSION_IDS, ...own].map((id) => {
          const { label, description, several = false, bands } = dimensionOf(id);
          return {
            id,
            label,
            description,
            several,
            values: bands ? bands.map((edge) => ({ value: String(edge), label: bandWords(bands, String(edge)) })) : null,
            metrics: METRICS.filter((metric) => isDividedBy(metric, id)).map((metric) => metric.id),
          };
        }),
      };
    },
  );

  app.post(
    '/query',
    {
      config,
      schema: {
        operationId: 'query',
        tags,
        summary: 'Metrics of a period, by dimensions and over time',
        description: 'The whole, the first groups and the rest. What would say what single people did is withheld.',
        body: queryIn,
        response: { 200: queryOut, ...problems },
      },
    },
    async ({ viewer, body }, reply) => parts.metrics.query(await askerOf(parts, viewer, reply), body),
  );

  app.post(
    '/query/explain',
    {
      config,
      schema: {
        operationId: 'explain',
        tags,
        summary: 'Why a number is so',
        description: 'Its definition, its parts, what was left out and why, its attribution, and the statements that were run.',
        body: explainIn,
        response: { 200: explainOut, ...problems },
      },
    },
    async ({ viewer, body }, reply) => {
      const { metric, ...answer } = await parts.metrics.explain(await askerOf(parts, viewer, reply), body);
      return { ...answer, metric: definitionOf(metric) };
    },
  );

  app.post(
    '/query/drill',
    {
      config,
      schema: {
        operationId: 'drill',
        tags,
        summary: 'The tickets behind a number, the latest first',
        body: drillIn,
        response: { 200: drillOut, ...problems },
      },
    },
    async ({ viewer, body }, reply) => parts.metrics.drill(await askerOf(parts, viewer, reply), body),
  );

  app.post(
    '/escalations/analytics',
    {
      config,
      schema: {
        operationId: 'escalationAnalytics',
        tags,
        summary: 'Escalations of a stretch of days: how many, how satisfied, how long',
        description: 'Figures of the catalogue under the words of `metrics`, in whole and day by day in the zone of the workspace.',
        body: escalationsIn,
        response: { 200: escalationsOut, ...problems },
      },
    },
    async ({ viewer, body }, reply) => parts.metrics.escalations(await askerOf(parts, viewer, reply), body),
  );
};

/** What is told of a metric. In which ways it can count time is said of the catalogue's own entry, however this one was asked. */
export const definitionOf = ({
  id,
  label,
  description,
  formula,
  unit,
  betterWhen,
  target,
  warning,
  calendar,
  source,
  band,
  targetsBy,
}: Metric) => ({
  id,
  label,
  description,
  formula,
  unit,
  betterWhen,
  target: target ?? null,
  warning: warning ?? null,
  band: band ?? null,
  targetsBy: targetsBy ?? null,
  calendar: calendar ?? null,
  calendars: [...calendarsOf(metricOf(id)!)],
  source,
});
