/** Each team's key figures against their targets and the period before. A team's name leads to its people. */
import { UnstyledButton } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { Metric, QueryAnswer } from '../../api/client.ts';
import { ChartPanel, type Table } from '../../charts/index.ts';
import {
  changeUnitOf,
  explainedOf,
  figureWords,
  isFew,
  numberMessages,
  standing,
  targetSign,
  targetWords,
  useAnswer,
  useCatalogue,
  useExplain,
  type Question,
} from '../../numbers/index.ts';
import { usePeriod, useTimeZone } from '../../period/viewing.ts';
import { BlockSkeleton, Change, EmptyState, ErrorState, formatCount, Panel, ScrollRegion } from '../../ui/index.ts';
import { messages } from './messages.ts';
import classes from './table.module.css';

const words = messages.teams;

const METRICS = ['tickets_answered', 'first_response', 'resolution', 'fcr', 'escalated_onward', 'csat', 'sla_compliance', 'backlog'];
/** More are a list to be explored. */
const MOST_TEAMS = 50;

type Group = QueryAnswer['groups'][number];

function TeamFigure({ metric, group, question, name }: { metric: Metric; group: Group; question: Question; name: string }) {
  const explain = useExplain();
  const figure = group.values[metric.id];
  if (!figure) return null;
  const { value, previous = null, n } = figure;
  const stands = standing({ ...metric, value });
  const text = figureWords(figure, metric.unit);
  if (value === null)
    return (
      <span className={classes['none']} title={text}>
        {figure.withheld ? words.withheld : text}
      </span>
    );
  return (
    <div className={classes['figure']}>
      <UnstyledButton
        className={classes['value']}
        data-few={isFew({ value, n, unit: metric.unit }) || undefined}
        title={numberMessages.n(formatCount(n))}
        aria-label={numberMessages.explainValue(`${metric.label}, ${name}`, text)}
        onClick={() => explain(explainedOf(metric.id, question, group.key))}
      >
        {text}
      </UnstyledButton>
      <span className={classes['beside']}>
        {previous !== null && <Change value={value} previous={previous} betterWhen={metric.betterWhen} unit={changeUnitOf(metric)} />}
        {stands && metric.target !== null && (
          <span data-stands={stands}>{messages.target[stands](`${targetSign(metric)} ${targetWords(metric.target, metric.unit)}`)}</span>
        )}
      </span>
    </div>
  );
}

const tableOf = (groups: readonly Group[], metrics: readonly Metric[]): Table => ({
  columns: [words.team, ...metrics.flatMap(({ label }) => [label, numberMessages.nOf(label)])],
  rows: groups.map(({ labels, values }) => [
    labels['team'] ?? '',
    ...metrics.flatMap(({ id }) => [values[id]?.value ?? null, values[id]?.n ?? null]),
  ]),
});

export function TeamsTable() {
  const [period, timeZone] = [usePeriod(), useTimeZone()];
  const question = useMemo<Question>(
    () => ({
      metrics: METRICS,
      dimensions: ['team'],
      order: { by: 'team', direction: 'asc' },
      compare: 'previous',
      limit: MOST_TEAMS,
      period,
      timeZone,
    }),
    [period, timeZone],
  );
  const { data: catalogue } = useCatalogue();
  const { data: answer, error, refetch } = useAnswer(question);
  const explain = useExplain();
  const metrics = METRICS.flatMap((id) => catalogue?.metric(id) ?? []);
  if (!answer || !catalogue) {
    if (!error) return <BlockSkeleton height={240} />;
    return (
      <Panel title={words.title}>
        <ErrorState error={error} retry={() => void refetch()} compact />
      </Panel>
    );
  }
  const teams = answer.groups.filter(({ key }) => key['team'] !== '');
  const name = ({ labels, key }: Group) => labels['team'] ?? key['team'] ?? '';
  return (
    <ChartPanel
      title={words.title}
      sentence={words.sentence}
      definition={() => explain(explainedOf('tickets_answered', question))}
      isTable
      table={tableOf(teams, metrics)}
      file={`teams-${answer.period.from.slice(0, 10)}`}
    >
      {teams.length === 0 ? (
        <EmptyState title={words.none} compact>
          {words.noneText}
        </EmptyState>
      ) : (
        <ScrollRegion className={classes['scroll']} label={messages.scroll(words.title)}>
          <table className={classes['table']}>
            <thead>
              <tr>
                <th scope="col">{words.team}</th>
                {metrics.map(({ id, label }) => (
                  <th key={id} scope="col">
                    {label}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {teams.map((group) => (
                <tr key={group.key['team']}>
                  <th scope="row">
                    <Link to="/people" search={(previous) => ({ ...previous, team: group.key['team'] })} className={classes['name']}>
                      {name(group)}
                    </Link>
                  </th>
                  {metrics.map((metric) => (
                    <td key={metric.id} data-label={metric.label}>
                      <TeamFigure metric={metric} group={group} question={question} name={name(group)} />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollRegion>
      )}
    </ChartPanel>
  );
}
