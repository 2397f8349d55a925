/** Writes docs/metrics.md from the catalogue: `node start.mjs scripts/metrics-page.ts`. A test demands that it is current. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  calendarsOf,
  conditionWords,
  DIMENSIONS,
  FAMILIES,
  leavesOf,
  leafWords,
  type Metric,
  METRICS,
  periodWords,
  type Population,
  populationsOf,
} from '@watchdesk/domain/metrics';

const PAGE = join(import.meta.dirname, '../docs/metrics.md');

const HEAD = `# Metrics

Every number that Watchdesk computes from its facts, with what it means and how it is made. This page is written from the catalogue in
\`domain/src/metrics/\` by \`node start.mjs scripts/metrics-page.ts\`; the same entries make the API (\`GET /metrics\`, \`POST /query\`), its
description, and the SQL. The [definitions](definitions.md) say what the durations and counts mean; the last column names their section.

A count of nothing is 0; any other number of nothing is null. Percentiles are exact and interpolate between neighbours (type 7). Durations are in
seconds by the clock on the wall. Those marked *both* also answer within opening hours (\`calendar: business\`), from the twin of each column and without a
target; *elapsed alone* and *business time* have one way. Hidden tickets (deleted, spam, merged away) are in no number.

A query gives each figure beside that of the period before or a year earlier (\`compare\`) and of another \`segment\`, with its standing to the target:
met, missed, or beyond the warning. \`POST /escalations/analytics\` answers in the words of other tools: \`volume\` is \`escalations\`, \`satisfaction\`
the CSAT and \`resolution_time\` the resolution after an escalation, in whole and day by day; \`cost\` is null until costs are kept.
`;

const cell = (text: string) => text.replaceAll('|', '\\|');
const row = (...cells: string[]) => `| ${cells.map(cell).join(' | ')} |`;

const inUnit = ({ unit }: Metric, value: number): string => {
  if (unit === 'share') return `${Math.round(value * 1000) / 10} %`;
  if (unit !== 'seconds') return String(value);
  if (value < 3600) return `${value / 60} min`;
  return value % 86_400 === 0 ? `${value / 86_400} d` : `${value / 3600} h`;
};

function goalOf(metric: Metric): string {
  const { band, targetsBy } = metric;
  const of = band
    ? [
        `${inUnit(metric, band.from)} to ${inUnit(metric, band.to)}`,
        `warns below ${inUnit(metric, band.warnsBelow)} and above ${inUnit(metric, band.warnsAbove)}`,
      ]
    : goalIn(metric, metric);
  const by = Object.entries(targetsBy?.of ?? {}).map(([value, own]) => `${value}: ${goalIn(metric, own).join(', ')}`);
  return [of.join(', '), ...by].filter((part) => part !== '').join('<br>');
}

function goalIn(metric: Metric, { target, warning }: Pick<Metric, 'target' | 'warning'>): string[] {
  const sign = metric.betterWhen === 'lower' ? '≤ ' : '≥ ';
  return [
    ...(target === undefined ? [] : [`${sign}${inUnit(metric, target)}`]),
    ...(warning === undefined ? [] : [`warns at ${inUnit(metric, warning)}`]),
  ];
}

/** In which ways time is counted: the usual one is said at the head of the page. */
const HOURS: Readonly<Record<string, readonly string[]>> = {
  '': [],
  elapsed: ['elapsed alone'],
  business: ['business time'],
  'elapsed,business': ['both'],
};

const metricRow = (metric: Metric) =>
  row(
    `**${metric.label}**<br>\`${metric.id}\``,
    metric.description,
    metric.formula,
    [metric.unit, ...HOURS[calendarsOf(metric).join()]!].join(', '),
    metric.betterWhen,
    goalOf(metric),
    populationsOf(metric)
      .map(({ id }) => id)
      .join(', '),
    metric.source,
  );

const familyPart = ({ label, metrics }: (typeof FAMILIES)[number]) =>
  [
    `## ${label}\n`,
    row('metric', 'what it is', 'formula', 'unit', 'better', 'target', 'counts', 'section'),
    row(...Array.from({ length: 8 }, () => '---')),
    ...metrics.map(metricRow),
  ].join('\n');

const populationPart = ({ id, fact, description, where, dimensions, period }: Population) =>
  [
    `### ${id}\n`,
    `${description} From \`${fact}\`, ${periodWords({ period } as Population)}${where ? `, where ${conditionWords(where)}` : ''}.\n`,
    Object.entries(dimensions)
      .map(([dimension, column]) => (dimension === column ? `\`${dimension}\`` : `\`${dimension}\` is \`${column}\``))
      .join(', ') + '.',
  ].join('\n');

/** The page's text. */
export function metricsPage(): string {
  const populations = [...new Set(METRICS.flatMap(populationsOf))];
  const dimensions = [
    row('dimension', 'what it is'),
    row('---', '---'),
    ...DIMENSIONS.map(({ id, label, description }) => row(`**${label}**<br>\`${id}\``, description)),
  ];
  const figures = METRICS.map(({ id, tree }) => row(`\`${id}\``, leavesOf(tree).map(leafWords).join('; ')));
  return [
    HEAD,
    ...FAMILIES.map((family) => `${familyPart(family)}\n`),
    `## Dimensions\n\n${dimensions.join('\n')}\n`,
    `## What is counted\n\nMetrics share populations: rows of a fact, with what puts a row into a period, and which of its columns each dimension means.\n`,
    ...populations.map((population) => `${populationPart(population)}\n`),
    `## Figures\n\nWhat each number takes from its population; of two, the first is divided by the second or lessened by it.\n`,
    [row('metric', 'figures'), row('---', '---'), ...figures].join('\n'),
    '',
  ].join('\n');
}

if (import.meta.main) writeFileSync(PAGE, metricsPage());
