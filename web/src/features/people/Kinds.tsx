/** The work by category or product: how much of it, how it went, and how good that is beside others with cases that are alike. */
import { UnstyledButton } from '@mantine/core';
import { useMemo } from 'react';
import type { FairComparison, Metric, PersonProfile, Skill } from '../../api/client.ts';
import { ChartPanel, type Table } from '../../charts/index.ts';
import {
  explainedOf,
  numberMessages,
  useAnswer,
  useCatalogue,
  useExplain,
  valueName,
  valueWords,
  type Filter,
  type Question,
} from '../../numbers/index.ts';
import { usePeriod, useTimeZone } from '../../period/viewing.ts';
import { EmptyState, formatCount, formatShare, ScrollRegion } from '../../ui/index.ts';
import { apartWords, ENOUGH } from './compared.ts';
import { messages } from './messages.ts';
import classes from './table.module.css';
import agentClasses from './agent.module.css';
import { useEntry } from './use-people.ts';

const words = messages.kinds;
const METRICS = ['resolved', 'resolution', 'fcr', 'csat'] as const;
const MOST_KINDS = 50;

interface KindsProps {
  profile: PersonProfile;
  filters: readonly Filter[];
  dimension: Skill['dimension'];
}

/** How a figure of this kind of work stands to what is expected of it. */
function Stands({ fair, value, n, metric }: { fair: FairComparison | null; value: number | null; n: number; metric: Metric }) {
  if (!fair || value === null) return <span>{n < ENOUGH ? messages.fair.few(formatCount(n)) : messages.fair.notTold}</span>;
  const text = fair.verdict === 'alike' ? words.levels.usual : apartWords(value, fair.expected, metric.unit);
  return (
    <span data-verdict={fair.verdict} title={messages.fair.interval(valueWords(fair.low, metric.unit), valueWords(fair.high, metric.unit))}>
      {text}, {messages.fair.n(formatCount(n))}
    </span>
  );
}

function Suggestion({ suggestion }: Pick<PersonProfile, 'suggestion'>) {
  const { data: catalogue } = useCatalogue();
  if (!suggestion) return <p className={agentClasses['text']}>{words.noSuggestion}</p>;
  const clearest = Object.entries(suggestion.figures)
    .filter(([, { fair }]) => fair?.verdict === 'better')
    .toSorted(([, a], [, b]) => b.fair!.clearness - a.fair!.clearness)[0];
  const [id, figure] = clearest ?? [];
  const metric = id === undefined ? undefined : catalogue?.metric(id);
  if (!metric || !figure?.fair || figure.value === null) return null;
  const apart = `${metric.label.split(',')[0]!.toLowerCase()} ${apartWords(figure.value, figure.fair.expected, metric.unit)}`;
  const kind = valueName(suggestion.dimension, suggestion.value, suggestion.value);
  return <p className={agentClasses['suggestion']}>{words.suggestion(kind, apart, formatShare(suggestion.share))}</p>;
}

export function Kinds({ profile, filters, dimension }: KindsProps) {
  const [period, timeZone] = [usePeriod(), useTimeZone()];
  const question = useMemo<Question>(
    () => ({ metrics: METRICS, dimensions: [dimension], filters, period, timeZone, limit: MOST_KINDS }),
    [dimension, filters, period, timeZone],
  );
  const { data: answer } = useAnswer(question);
  const { data: catalogue } = useCatalogue();
  const { data: entry } = useEntry(profile.person.id);
  const explain = useExplain();
  const skills = profile.skills.filter((skill) => skill.dimension === dimension);
  const metrics = METRICS.slice(1).flatMap((id) => catalogue?.metric(id) ?? []);
  const resolved = catalogue?.metric('resolved');
  const figureOf = (value: string, id: string) => answer?.groups.find(({ key }) => key[dimension] === value)?.values[id];
  const nameOf = (value: string) => valueName(dimension, value, value);
  const label = catalogue?.dimension(dimension)?.label ?? dimension;
  const declared = (value: string) => entry?.skills[value];
  const hasDeclared = dimension === 'category' && Object.keys(entry?.skills ?? {}).length > 0;
  const table: Table = {
    columns: [label, words.n, ...metrics.flatMap((metric) => [metric.label, numberMessages.nOf(metric.label)]), words.level],
    rows: skills.map(({ value, n, level }) => [
      nameOf(value),
      n,
      ...metrics.flatMap(({ id }) => [figureOf(value, id)?.value ?? null, figureOf(value, id)?.n ?? null]),
      words.levels[level],
    ]),
  };
  const number = (value: string, metric: Metric) => {
    const text = valueWords(figureOf(value, metric.id)?.value ?? null, metric.unit);
    return (
      <UnstyledButton
        className={classes['value']}
        aria-label={numberMessages.explainValue(`${metric.label}, ${nameOf(value)}`, text)}
        onClick={() => explain(explainedOf(metric.id, question, { [dimension]: value }))}
      >
        {text}
      </UnstyledButton>
    );
  };
  return (
    <ChartPanel
      title={words[dimension]}
      sentence={words.sentence}
      definition={messages.compare.definition}
      isTable
      table={table}
      file={`${dimension}-of-${profile.person.id}-${profile.period.from.slice(0, 10)}`}
    >
      {skills.length === 0 || !resolved ? (
        <EmptyState title={words.none} compact />
      ) : (
        <>
          {dimension === 'category' && <Suggestion suggestion={profile.suggestion} />}
          <ScrollRegion className={classes['scroll']} label={messages.scroll(words[dimension])}>
            <table className={classes['table']}>
              <thead>
                <tr>
                  <th scope="col">{label}</th>
                  <th scope="col">{words.n}</th>
                  {metrics.map((metric) => (
                    <th key={metric.id} scope="col">
                      {metric.label}
                    </th>
                  ))}
                  <th scope="col">{words.level}</th>
                  {hasDeclared && <th scope="col">{words.declared}</th>}
                </tr>
              </thead>
              <tbody>
                {skills.map(({ value, share, level, figures }) => (
                  <tr key={value}>
                    <th scope="row">
                      <span className={classes['name']}>{nameOf(value)}</span>
                    </th>
                    <td data-label={words.n}>
                      <div className={classes['figure']}>
                        {number(value, resolved)}
                        <span className={classes['beside']}>{words.share(formatShare(share))}</span>
                      </div>
                    </td>
                    {metrics.map((metric) => (
                      <td key={metric.id} data-label={metric.label}>
                        <div className={classes['figure']}>
                          {number(value, metric)}
                          <span className={classes['beside']}>
                            <Stands
                              fair={figures[metric.id]?.fair ?? null}
                              value={figures[metric.id]?.value ?? null}
                              n={figures[metric.id]?.n ?? 0}
                              metric={metric}
                            />
                          </span>
                        </div>
                      </td>
                    ))}
                    <td data-label={words.level}>
                      <span className={agentClasses['level']} data-level={level}>
                        {words.levels[level]}
                      </span>
                    </td>
                    {hasDeclared && (
                      <td data-label={words.declared}>
                        <span className={classes['none']}>
                          {declared(value) === undefined ? words.notDeclared : words.of5(String(declared(value)))}
                        </span>
                      </td>
                    )}
                  </tr>
                ))}
              </tbody>
            </table>
          </ScrollRegion>
        </>
      )}
    </ChartPanel>
  );
}
