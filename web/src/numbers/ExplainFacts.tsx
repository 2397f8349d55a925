/** Of which period, zone, filters and rows a number is, and how fresh. */
import type { ReactNode } from 'react';
import type { Explanation } from '../api/client.ts';
import { Change, formatInstant, Instant, NONE, useTicking } from '../ui/index.ts';
import { words } from './explain-messages.ts';
import classes from './explain.module.css';
import { changeUnitOf, targetSign, targetWords, type Unit, valueWords } from './figure-words.ts';
import { goalValue } from './goal-words.ts';
import { valueName } from './group-words.ts';
import { messages } from './messages.ts';
import type { Filter, Subject } from './question.ts';
import { useAnswer } from './use-answer.ts';
import { useCatalogue } from './use-catalogue.ts';
import { useValueNames } from './use-values.ts';

function FilterLine({ filter, subject }: { filter: Filter; subject: Subject }) {
  const { dimension, values, not } = filter;
  const { data: catalogue } = useCatalogue();
  const nameOf = useValueNames(filter, subject);
  const names = values.map((value) => valueName(dimension, value, nameOf(value)));
  const known = catalogue?.dimension(dimension);
  return (
    <span className={classes['line']}>
      {known?.label ?? dimension}: {not && `${words.not} `}
      {names.join(', ')}
      {known && <span className={`${classes['quiet']} ${classes['line']}`}>{known.description}</span>}
    </span>
  );
}

/** The same of the period before, and how it moved since. */
function Before({ subject: { metric: id, ...context }, metric }: { subject: Subject; metric: Explanation['metric'] }) {
  const { data } = useAnswer({ ...context, metrics: [id], compare: 'previous' });
  const figure = data?.total.values[id];
  const compared = data?.period.compared;
  const { timeZone } = context;
  const span = useTicking((now) =>
    compared ? `${formatInstant(compared.from, now, timeZone)} – ${formatInstant(compared.to, now, timeZone)}` : '',
  );
  if (!figure) return NONE;
  const { value, previous = null } = figure;
  return (
    <>
      {valueWords(previous, metric.unit)}{' '}
      {value !== null && previous !== null && (
        <Change value={value} previous={previous} betterWhen={metric.betterWhen} unit={changeUnitOf(metric)} />
      )}
      <span className={`${classes['quiet']} ${classes['line']}`}>{span}</span>
    </>
  );
}

const benchmarkWords = ({ stage, value, standing }: NonNullable<Explanation['benchmark']>, metric: Explanation['metric']): string =>
  words.benchmarkIs(
    messages.stages[stage],
    targetSign(metric),
    goalValue(value, metric.unit),
    standing ? words.benchmarkStands[standing] : '',
  );

const bandRow = ({ from, to, warnsBelow, warnsAbove }: NonNullable<Explanation['metric']['band']>, unit: Unit): [string, ReactNode] => [
  words.target,
  words.band(targetWords(from, unit), targetWords(to, unit), targetWords(warnsBelow, unit), targetWords(warnsAbove, unit)),
];

export function ExplainFacts({ subject, explanation }: { subject: Subject; explanation: Explanation }) {
  const { period, metric, populations, asOf, benchmark } = explanation;
  const { timeZone } = period;
  const span = useTicking((now) => `${formatInstant(period.from, now, timeZone)} – ${formatInstant(period.until, now, timeZone)}`);
  const calendar = metric.calendar ?? null;
  const filters = subject.filters ?? [];
  const rows: [string, ReactNode][] = [
    [words.period, span],
    [words.before, <Before key="before" subject={subject} metric={metric} />],
    [
      words.attribution,
      populations.map(({ id, period: by }) => (
        <span key={id} className={classes['line']}>
          {by}
        </span>
      )),
    ],
    [words.zone, timeZone],
    [words.calendar, calendar === null ? words.noCalendar : words.calendars[calendar]],
    [
      words.filters,
      filters.length === 0
        ? words.noFilters
        : filters.map((filter) => <FilterLine key={JSON.stringify(filter)} filter={filter} subject={subject} />),
    ],
    [
      words.population,
      populations.map(({ id, description, where }) => (
        <span key={id} className={classes['line']}>
          {description}
          {where && <span className={classes['quiet']}> {words.where(where)}</span>}
        </span>
      )),
    ],
    ...(metric.target === null
      ? []
      : [[words.target, `${targetSign(metric)} ${targetWords(metric.target, metric.unit)}`] as [string, ReactNode]]),
    ...(metric.band ? [bandRow(metric.band, metric.unit)] : []),
    ...(metric.warning === null ? [] : [[words.warning, targetWords(metric.warning, metric.unit)] as [string, ReactNode]]),
    ...(benchmark ? [[words.benchmark, benchmarkWords(benchmark, metric)] as [string, ReactNode]] : []),
    [words.fresh, <Instant key="as of" at={asOf} />],
    [words.source, words.section(metric.source)],
  ];
  return (
    <dl className={classes['facts']}>
      {rows.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
