/** What a goal says and how it stands, number by number. The one of today explains itself. */
import { Anchor } from '@mantine/core';
import type { ReactNode } from 'react';
import type { GoalDetail, Metric } from '../../api/client.ts';
import { endDay, explainedOf, goalTarget, useExplain, valueName, valueWords, type Catalogue } from '../../numbers/index.ts';
import { formatCount, formatDate, Panel, useTicking } from '../../ui/index.ts';
import { daysLeft, nowWords, restWords, whoseName } from './goal-facts.ts';
import classes from './goals.module.css';
import { messages } from './messages.ts';

const words = messages.facts;

interface GoalFactsProps {
  goal: GoalDetail;
  metric: Metric;
  catalogue: Catalogue;
}

function Present({ goal, metric }: Omit<GoalFactsProps, 'catalogue'>) {
  const explain = useExplain();
  const { standing, spec, filters } = goal;
  const isOver = useTicking((now) => daysLeft(goal, now) === 0);
  if (!standing) return null;
  const { from, to } = standing;
  const rest = restWords(goal, metric);
  const text = nowWords(goal, metric);
  return (
    <>
      {standing.withheld ? (
        text
      ) : (
        <Anchor
          component="button"
          type="button"
          inherit
          fw={650}
          title={messages.explain}
          onClick={() => explain(explainedOf(spec.metric, { filters, period: { from, to } }))}
        >
          {text}
        </Anchor>
      )}
      <span>{[(isOver ? messages.atItsEnd : messages.nowOver)(spec.windowDays), ...(rest ? [rest] : [])].join(', ')}</span>
    </>
  );
}

function baselineNote({ spec: { baseline, windowDays } }: GoalDetail): string {
  return baseline.from === 'typed' ? words.typed(baseline.source) : words.measured(formatCount(baseline.n), windowDays);
}

function Projected({ goal: { course }, metric }: Omit<GoalFactsProps, 'catalogue'>) {
  const { projection, step } = course;
  const steps = words.steps[step];
  if (projection.status === 'early')
    return (
      <>
        {words.early}
        <span>{words.earlyWhy(projection.n, steps)}</span>
      </>
    );
  return (
    <>
      {valueWords(projection.value, metric.unit)}
      <span>
        {words.projectedFrom(projection.n, steps)}: {projection.reaches ? words.reaches : words.fallsShort}
      </span>
    </>
  );
}

export function GoalFacts({ goal, metric, catalogue }: GoalFactsProps) {
  const { spec, standing, closed } = goal;
  const by = useTicking((now) => {
    const left = daysLeft(goal, now);
    return `${messages.by(endDay(goal, now))}, ${left > 0 ? messages.daysLeft(left) : messages.ended(endDay(goal, now))}`;
  });
  const rows: [string, ReactNode][] = [
    [
      words.baseline,
      <>
        {valueWords(spec.baseline.value, metric.unit)}
        <span>
          {formatDate(spec.startsOn)}, {baselineNote(goal)}
        </span>
      </>,
    ],
    [
      words.target,
      <>
        {goalTarget(goal, metric.unit)}
        <span>{by}</span>
      </>,
    ],
    ...(standing
      ? ([
          [words.now, <Present key="now" goal={goal} metric={metric} />],
          [
            words.expected,
            <>
              {valueWords(standing.expected, metric.unit)}
              <span>{standing.isHeld ? words.toHold : words.straight}</span>
            </>,
          ],
          [words.projected, <Projected key="projected" goal={goal} metric={metric} />],
        ] as [string, ReactNode][])
      : []),
    ...(closed
      ? ([
          [
            words.outcome,
            <>
              {messages.outcomes[closed.outcome]}
              <span>
                {messages.closedBy(closed.by, closed.measured === null ? messages.noValue : valueWords(closed.measured, metric.unit))}
              </span>
            </>,
          ],
        ] as [string, ReactNode][])
      : []),
    [words.whose, whoseName(goal)],
    [words.owner, spec.owner],
    ...(spec.filters.length > 0
      ? ([
          [
            words.filters,
            spec.filters.map(({ dimension, values, not }) => (
              <span key={`${dimension} ${not}`}>
                {catalogue.dimension(dimension)?.label ?? dimension}: {not && `${words.not} `}
                {values.map((value) => valueName(dimension, value, value)).join(', ')}
              </span>
            )),
          ],
        ] as [string, ReactNode][])
      : []),
    ...(spec.note === '' ? [] : ([[words.note, <span key="note">{spec.note}</span>]] as [string, ReactNode][])),
  ];
  return (
    <Panel title={words.label}>
      <dl className={classes['list']}>
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </Panel>
  );
}
