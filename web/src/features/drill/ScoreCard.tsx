/** A drill that has ended: its score and why, what went well and what to do better, and the truth beside the deeds. */
import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { OutageDrill as Drill } from '../../api/index.ts';
import { CardTable, ErrorState, formatCount, Instant, Panel } from '../../ui/index.ts';
import classes from './drill.module.css';
import { words } from './messages.ts';
import { Moments } from './Moments.tsx';
import { useClear } from './use-drills.ts';

const said = words.ended;
type Part = Drill['score']['parts'][number];

const GOOD = 80;
const FAIR = 50;
const toneOf = (total: number): string => (total >= GOOD ? 'good' : total >= FAIR ? 'fair' : 'bad');

const isWhole = ({ points, of }: Part): boolean => of > 0 && points === of;
const lostOf = ({ points, of }: Part): number => Math.round((of - points) * 10) / 10;

function Rows({ parts }: { parts: readonly Part[] }) {
  return (
    <CardTable columns={said.columns}>
      {parts.map((part) => (
        <tr key={part.id}>
          <td>
            <b>{words.parts[part.id]}</b>
          </td>
          <td data-label={said.columns.points} className={classes['points']}>
            {part.of === 0 ? said.notAsked : `${part.points} / ${part.of}`}
            {part.of > 0 && (
              <span className={classes['track']} aria-hidden="true">
                <span style={{ width: `${(100 * part.points) / part.of}%` }} />
              </span>
            )}
          </td>
          <td data-label={said.columns.said} data-wide>
            <bdi>{part.said}</bdi>
          </td>
          <td data-label={said.columns.target} data-wide>
            {part.target}
          </td>
        </tr>
      ))}
    </CardTable>
  );
}

function Clearing({ drill: { id, tickets, clearedAt } }: { drill: Drill }) {
  const clear = useClear(id);
  if (clearedAt !== null) return <p className={classes['muted']}>{said.cleared}</p>;
  if (tickets === 0) return null;
  return (
    <>
      <p className={classes['muted']}>
        {said.left(tickets)}{' '}
        <Button size="compact-xs" variant="default" loading={clear.isPending} onClick={() => clear.mutate()}>
          {said.clear}
        </Button>
      </p>
      {clear.error && <ErrorState compact error={clear.error} />}
    </>
  );
}

function What({ drill: { place, truth, incident } }: { drill: Drill }) {
  return (
    <dl className={classes['what']}>
      <div>
        <dt>{said.truth}</dt>
        <dd>
          {place && `${place.service}, ${place.regions.join(', ')}. `}
          {truth && said.truthText(truth.severity, truth.reason, truth.share)}
        </dd>
      </div>
      <div>
        <dt>{said.incident}</dt>
        <dd>
          {incident ? (
            <Link to="/incidents/$incidentId" params={{ incidentId: incident.id }}>
              {incident.id} <bdi>{incident.title}</bdi>
            </Link>
          ) : (
            said.noIncident
          )}
        </dd>
      </div>
    </dl>
  );
}

interface ScoreCardProps {
  drill: Drill;
  mayClear: boolean;
  /** Where it is shown at the address that the way back leads to. */
  onLeave?: () => void;
}

export function ScoreCard({ drill, mayClear, onLeave }: ScoreCardProps) {
  const { id, title, startedAt, startedBy, endedFor, score, timeline } = drill;
  const total = score.total ?? 0;
  const well = score.parts.filter(isWhole);
  const better = score.parts.filter((part) => part.better !== null).toSorted((a, b) => lostOf(b) - lostOf(a));
  return (
    <>
      <Link to="/incidents/drill" className={classes['back']} onClick={onLeave}>
        {said.back}
      </Link>
      <div className={classes['card']}>
        <p className={classes['total']} data-tone={toneOf(total)}>
          <span>{said.score}</span>
          <b>{formatCount(total)}</b>
          <span>{said.of}</span>
        </p>
        <div>
          <h1>
            {id} {title}
          </h1>
          <p className={classes['muted']}>
            <Instant at={startedAt} />, <bdi>{startedBy}</bdi>. {endedFor && `${said.for[endedFor]}.`}{' '}
            {said.explained(score.points, score.of, score.hints)}
          </p>
          <What drill={drill} />
          {mayClear && <Clearing drill={drill} />}
        </div>
      </div>
      <div className={classes['halves']}>
        <Panel title={said.better}>
          {better.length === 0 && <p className={classes['muted']}>{said.allWell}</p>}
          <ol className={classes['list']}>
            {better.map((part) => (
              <li key={part.id}>
                <b>{words.parts[part.id]}</b> <small>{said.lost(lostOf(part))}</small>
                <span>{part.better}</span>
              </li>
            ))}
          </ol>
        </Panel>
        <Panel title={said.well}>
          {well.length === 0 && <p className={classes['muted']}>{said.nothingWell}</p>}
          <ul className={classes['list']}>
            {well.map((part) => (
              <li key={part.id}>
                <b>{words.parts[part.id]}</b>
                <span>
                  <bdi>{part.said}</bdi>
                </span>
              </li>
            ))}
          </ul>
        </Panel>
      </div>
      <Panel title={said.parts} flush>
        <Rows parts={score.parts} />
      </Panel>
      <Panel title={said.timeline} sentence={said.timelineSentence}>
        <Moments moments={timeline} />
      </Panel>
    </>
  );
}
