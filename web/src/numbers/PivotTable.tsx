/**
 * An answer as a table whose numbers explain themselves. Two dimensions of one metric are crossed; over time each bucket is a
 * row, and each group of the first metric, or each metric of the whole, a column; otherwise each group is a row and each metric
 * a column.
 */
import { ScrollArea, Table, UnstyledButton } from '@mantine/core';
import type { Metric, QueryAnswer } from '../api/client.ts';
import { fullLabel } from '../charts/index.ts';
import { AgentLink } from '../reach/index.ts';
import { Change, formatCount, formatShare, NONE } from '../ui/index.ts';
import { valuesIn } from './drawn.ts';
import { explainedOf, useExplain, type Explained } from './explain-search.ts';
import { changeUnitOf, isFew, targetSign, valueWords, whyNone } from './figure-words.ts';
import { goalValue } from './goal-words.ts';
import { groupName } from './group-words.ts';
import { messages } from './messages.ts';
import classes from './numbers.module.css';
import type { Question } from './question.ts';
import type { Catalogue } from './use-catalogue.ts';

interface PivotProps {
  title: string;
  answer: QueryAnswer;
  question: Question;
  metrics: readonly Metric[];
  catalogue: Catalogue;
}

type Shown = QueryAnswer['total']['values'][string] | undefined;

/** A number that leads to its explanation; the rest has none of its own. */
function Cell({ figure, metric, name, explained }: { figure: Shown; metric: Metric; name: string; explained: Explained | null }) {
  const explain = useExplain();
  if (!figure) return <span className={classes['none']}>{NONE}</span>;
  const text = figure.withheld ? messages.withheldCell : valueWords(figure.value, metric.unit);
  const few = isFew({ value: figure.value, n: figure.n, unit: metric.unit });
  const title = whyNone(figure) ?? messages.n(formatCount(figure.n));
  const share = figure.share ?? null;
  if (!explained)
    return (
      <>
        <span data-few={few || undefined} title={title}>
          {text}
        </span>
        {share !== null && <span className={classes['moved']}>{messages.shareOfAll(formatShare(share))}</span>}
      </>
    );
  return (
    <>
      <UnstyledButton
        className={classes['cell']}
        data-few={few || undefined}
        title={title}
        aria-label={messages.explainValue(name, text)}
        onClick={() => explain(explained)}
      >
        {text}
      </UnstyledButton>
      {share !== null && <span className={classes['moved']}>{messages.shareOfAll(formatShare(share))}</span>}
      {figure.previous !== undefined && (
        <span className={classes['moved']}>
          <Change value={figure.value} previous={figure.previous} betterWhen={metric.betterWhen} unit={changeUnitOf(metric)} />
        </span>
      )}
      {figure.segment !== undefined && (
        <span className={classes['moved']}>{messages.segment(valueWords(figure.segment, metric.unit))}</span>
      )}
      {figure.benchmark && (
        <span className={classes['moved']} data-stands={figure.benchmark.standing ?? undefined}>
          {messages.benchmark(messages.stages[figure.benchmark.stage], targetSign(metric), goalValue(figure.benchmark.value, metric.unit))}
        </span>
      )}
    </>
  );
}

/** A group's name; an agent's leads to their page. */
const GroupName = ({ dimension, value, name }: { dimension: string | undefined; value: string | undefined; name: string }) =>
  dimension === 'agent' ? <AgentLink id={value}>{name}</AgentLink> : name;

function Crossed({ answer, question, metrics, catalogue }: PivotProps) {
  const { dimensions = [] } = question;
  const [down, across] = [dimensions[0]!, dimensions[1]!];
  const metric = metrics[0]!;
  const rows = valuesIn(answer.groups, down);
  const columns = valuesIn(answer.groups, across);
  const at = new Map(answer.groups.map((group) => [`${group.key[down]}\n${group.key[across]}`, group]));
  return (
    <>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{catalogue.dimension(down)?.label}</Table.Th>
          {columns.map(({ value, name }) => (
            <Table.Th key={value} ta="right">
              {name}
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map((row) => (
          <Table.Tr key={row.value}>
            <Table.Th fw={500}>
              <GroupName dimension={down} value={row.value} name={row.name} />
            </Table.Th>
            {columns.map((column) => {
              const group = at.get(`${row.value}\n${column.value}`);
              const name = `${row.name}, ${column.name}`;
              return (
                <Table.Td key={column.value} ta="right">
                  <Cell
                    figure={group?.values[metric.id]}
                    metric={metric}
                    name={name}
                    explained={group ? explainedOf(metric.id, question, group.key) : null}
                  />
                </Table.Td>
              );
            })}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </>
  );
}

/** A column of a table over time. */
interface Column {
  id: string;
  name: string;
  metric: Metric;
  series: QueryAnswer['total']['series'];
  /** Null for what has no explanation of its own. */
  key: Readonly<Record<string, string>> | null;
}

function columnsOf({ answer, question: { dimensions = [] }, metrics }: PivotProps): Column[] {
  const metric = metrics[0]!;
  if (dimensions.length === 0)
    return metrics.map((one) => ({ id: one.id, name: one.label, metric: one, series: answer.total.series, key: {} }));
  const { rest, total } = answer;
  return [
    ...answer.groups.map((group) => ({
      id: Object.values(group.key).join('\n'),
      name: groupName(group, dimensions),
      metric,
      series: group.series,
      key: group.key,
    })),
    ...(rest ? [{ id: 'rest', name: messages.othersOf(formatCount(rest.groups)), metric, series: rest.series, key: null }] : []),
    { id: 'total', name: messages.total, metric, series: total.series, key: {} },
  ];
}

function OverTime(props: PivotProps) {
  const { answer, question } = props;
  const { timeZone, until, grain } = answer.period;
  const columns = columnsOf(props);
  const buckets = answer.total.series;
  return (
    <>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{messages.from}</Table.Th>
          {columns.map(({ id, name }) => (
            <Table.Th key={id} ta="right">
              {name}
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {buckets.map(({ at, incomplete }, index) => {
          const name = fullLabel(at, grain ?? 'day', timeZone);
          return (
            <Table.Tr key={at}>
              <Table.Th fw={500}>
                {name}
                {incomplete && <span className={classes['quiet']}> {messages.incomplete}</span>}
              </Table.Th>
              {columns.map(({ id, metric, series, key, name: column }) => (
                <Table.Td key={id} ta="right">
                  <Cell
                    figure={series[index]?.values[metric.id]}
                    metric={metric}
                    name={`${column}, ${name}`}
                    explained={key && explainedOf(metric.id, question, key, { from: at, to: buckets[index + 1]?.at ?? until })}
                  />
                </Table.Td>
              ))}
            </Table.Tr>
          );
        })}
      </Table.Tbody>
    </>
  );
}

function Listed({ answer, question, metrics, catalogue }: PivotProps) {
  const { dimensions = [] } = question;
  const { rest, total } = answer;
  const rows = [
    ...answer.groups.map((group) => ({
      id: Object.values(group.key).join('\n'),
      names: dimensions.map((id) => groupName(group, [id])),
      ...group,
    })),
    ...(rest ? [{ id: 'rest', names: [messages.othersOf(formatCount(rest.groups))], values: rest.values, key: null }] : []),
    { id: 'total', names: [messages.total], values: total.values, key: {} as Readonly<Record<string, string>> },
  ];
  return (
    <>
      <Table.Thead>
        <Table.Tr>
          {dimensions.length === 0 && <Table.Th aria-label={messages.total} />}
          {dimensions.map((id) => (
            <Table.Th key={id}>{catalogue.dimension(id)?.label}</Table.Th>
          ))}
          {metrics.map(({ id, label }) => (
            <Table.Th key={id} ta="right">
              {label}
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map(({ id, names, values, key }) => (
          <Table.Tr key={id} data-whole={id === 'total' || undefined}>
            {Array.from({ length: Math.max(1, dimensions.length) }, (_, place) => (
              <Table.Th key={dimensions[place] ?? 'whole'} fw={500}>
                <GroupName dimension={dimensions[place]} value={key?.[dimensions[place] ?? '']} name={names[place] ?? ''} />
              </Table.Th>
            ))}
            {metrics.map((metric) => (
              <Table.Td key={metric.id} ta="right">
                <Cell
                  figure={values[metric.id]}
                  metric={metric}
                  name={`${metric.label}, ${names.join(', ')}`}
                  explained={key && explainedOf(metric.id, question, key)}
                />
              </Table.Td>
            ))}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </>
  );
}

export function PivotTable(props: PivotProps) {
  const { question, metrics, title, answer } = props;
  const isCrossed = question.dimensions?.length === 2 && metrics.length === 1;
  const Rows = answer.period.grain ? OverTime : isCrossed ? Crossed : Listed;
  return (
    <ScrollArea.Autosize mah={560} viewportProps={{ tabIndex: 0, role: 'region', 'aria-label': title }}>
      <Table stickyHeader fz="sm" className={classes['table']}>
        <Rows {...props} />
      </Table>
    </ScrollArea.Autosize>
  );
}
