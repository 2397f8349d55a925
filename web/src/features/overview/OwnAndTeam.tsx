/**
 * One's own numbers beside those of the team, which are told summed up and only where enough others are in them. Counts stand beside
 * the team's as a share of it: whose time is whose own business.
 */
import { UnstyledButton } from '@mantine/core';
import type { Metric, QueryAnswer } from '../../api/client.ts';
import { figureWords, useAnswer, useExplain, type Catalogue, type Question } from '../../numbers/index.ts';
import { formatCount, formatShare, Panel, ScrollRegion } from '../../ui/index.ts';
import { messages } from './messages.ts';
import classes from './overview.module.css';
import { metricsOf, type RoleView } from './roles.ts';

const words = messages.team;

interface OwnAndTeamProps {
  view: RoleView;
  own: QueryAnswer;
  question: Question;
  catalogue: Catalogue;
}

function shareOfTeam(metric: Metric, own: QueryAnswer, team: QueryAnswer): string | null {
  const [mine, all] = [own.total.values[metric.id]?.value ?? null, team.total.values[metric.id]?.value ?? null];
  return metric.unit === 'count' && mine !== null && all !== null && all > 0 ? words.share(formatShare(mine / all)) : null;
}

export function OwnAndTeam({ view, own, question, catalogue }: OwnAndTeamProps) {
  const explain = useExplain();
  const ids = metricsOf(view);
  const { data: team } = useAnswer({ metrics: ids, period: question.period, timeZone: question.timeZone });
  const metrics = ids.flatMap((id) => catalogue.metric(id) ?? []);
  if (!team || !metrics.every(({ id }) => id in team.total.values)) return null;
  return (
    <Panel title={words.title} sentence={words.sentence}>
      <ScrollRegion label={words.title} className={classes['scroll']}>
        <table className={classes['table']}>
          <thead>
            <tr>
              <th scope="col">{words.number}</th>
              <th scope="col">{words.own}</th>
              <th scope="col">{words.team}</th>
              <th scope="col">{words.n}</th>
            </tr>
          </thead>
          <tbody>
            {metrics.map((metric) => {
              const figure = team.total.values[metric.id]!;
              const share = shareOfTeam(metric, own, team);
              return (
                <tr key={metric.id}>
                  <th scope="row">{metric.label}</th>
                  <td>{figureWords(own.total.values[metric.id] ?? { value: null, withheld: false }, metric.unit)}</td>
                  <td>
                    <UnstyledButton
                      className={classes['cell']}
                      aria-label={words.explain(metric.label, figureWords(figure, metric.unit))}
                      onClick={() => explain({ metric: metric.id })}
                    >
                      {figureWords(figure, metric.unit)}
                    </UnstyledButton>
                    {share && <span className={classes['quiet']}> {share}</span>}
                  </td>
                  <td>{figure.withheld ? '' : formatCount(figure.n)}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </ScrollRegion>
    </Panel>
  );
}
