/** The list beside the map, which follows it: what of the instant shown lies in the part that is seen, the worst first. */
import { severityRank } from '@watchdesk/domain/outage';
import { isPlaced, type OutageBrief, type OutageIncident, nameOf, Shape, whereOf } from '../../outage-map/index.ts';
import { SeverityBadge } from '../../incidents/index.ts';
import { formatInstant } from '../../ui/index.ts';
import classes from './map.module.css';
import { words } from './messages.ts';

const text = words.inSight;
/** Whoever looks for one of more comes nearer, or sorts the table. */
const MOST = 60;

interface InSightProps {
  outages: readonly OutageBrief[];
  incidents: readonly OutageIncident[];
  /** Of the outages that the map shows at all. */
  all: number;
  at: number;
  timeZone: string;
  siteName: (id: string) => string;
  onOpen: (id: string) => void;
}

const worstFirst = (a: OutageBrief, b: OutageBrief): number =>
  severityRank(a.severity) - severityRank(b.severity) ||
  Number(a.isPlanned) - Number(b.isPlanned) ||
  b.startedAt.localeCompare(a.startedAt) ||
  a.id.localeCompare(b.id);

export function InSight({ outages, incidents, all, at, timeZone, siteName, onOpen }: InSightProps) {
  const shown = outages.toSorted(worstFirst).slice(0, MOST);
  return (
    <>
      <h2>{text.title}</h2>
      <p className={classes['quiet']}>{text.sentence(outages.length, all)}</p>
      <ul className={classes['choices']} aria-label={text.title}>
        {incidents.map((one) => {
          const { id, title, severity } = one;
          return (
            <li key={id}>
              <button type="button" onClick={() => onOpen(id)}>
                <SeverityBadge severity={severity} />
                <span className={classes['two']}>
                  <bdi>
                    {id} {title}
                  </bdi>
                  {!isPlaced(one, outages) && <span>{text.nowhere}</span>}
                </span>
              </button>
            </li>
          );
        })}
        {shown.map((one) => (
          <li key={one.id}>
            <button type="button" onClick={() => onOpen(one.id)}>
              <Shape severity={one.severity} isPlanned={one.isPlanned} />
              <span className={classes['two']}>
                <bdi>{nameOf(one)}</bdi>
                <span>
                  {one.severity}, <bdi>{whereOf(one, siteName)}</bdi>, {text.since(formatInstant(one.startedAt, at, timeZone))}
                </span>
              </span>
            </button>
          </li>
        ))}
      </ul>
      {outages.length > MOST && <p className={classes['quiet']}>{text.more(outages.length - MOST)}</p>}
    </>
  );
}
