/**
 * One's own numbers beside how colleagues do in the middle and how the team does as a whole, told only where enough others are in
 * it: nobody is named.
 */
import { UnstyledButton } from '@mantine/core';
import type { Metric, Peer, QueryAnswer } from '../../api/client.ts';
import { figureWords, useAnswer, useExplain, valueWords, type Catalogue, type Question } from '../../numbers/index.ts';
import { formatCount, Panel, ScrollRegion } from '../../ui/index.ts';
import { messages } from './messages.ts';
import classes from './overview.module.css';
import { metricsOf, type RoleView } from './roles.ts';
import { usePeers } from './use-overview.ts';

const words = messages.team;

interface OwnAndTeamProps {
  view: RoleView;
  own: QueryAnswer;
  question: Question;
  catalogue: Catalogue;
}

/** The middle of whole numbers may lie between two of them. */
const peerWords = ({ median, withheld }: Peer, { unit }: Metric): string =>
  withheld ? words.few : valueWords(median, unit === 'count' && median !== null && !Number.isInteger(median) ? 'number' : unit);

export function OwnAndTeam({ view, own, question, catalogue }: OwnAndTeamProps) {
  const explain = useExplain();
  const ids = metricsOf(view);
  const { data: team } = useAnswer({ metrics: ids, period: question.period, timeZone: question.timeZone });
  const { data: peers } = usePeers(ids);
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
              <th scope="col">{words.peers}</th>
              <th scope="col">{words.team}</th>
              <th scope="col">{words.n}</th>
            </tr>
          </thead>
          <tbody>
            {metrics.map((metric) => {
              const figure = team.total.values[metric.id]!;
              const peer = peers?.peers.find((one) => one.metric === metric.id);
              return (
                <tr key={metric.id}>
                  <th scope="row">{metric.label}</th>
                  <td>{figureWords(own.total.values[metric.id] ?? { value: null, withheld: false }, metric.unit)}</td>
                  <td title={peer && !peer.withheld ? words.people(peer.people) : undefined}>{peer ? peerWords(peer, metric) : ''}</td>
                  <td>
                    <UnstyledButton
                      className={classes['cell']}
                      aria-label={words.explain(metric.label, figureWords(figure, metric.unit))}
                      onClick={() => explain({ metric: metric.id })}
                    >
                      {figureWords(figure, metric.unit)}
                    </UnstyledButton>
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
