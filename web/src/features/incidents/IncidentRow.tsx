/** An incident in the list: how bad, what, where it stands, who commands, and when customers are told next. */
import { Link } from '@tanstack/react-router';
import type { IncidentBrief } from '../../api/client.ts';
import { incidentMessages, ONGOING, SeverityBadge, StageWord, UpdateDue } from '../../incidents/index.ts';
import { Age, Instant } from '../../ui/index.ts';
import classes from './incidents.module.css';
import { words } from './messages.ts';

const isOngoing = (stage: string): boolean => (ONGOING as readonly string[]).includes(stage);

function Next({ incident }: { incident: IncidentBrief }) {
  const { stage, update, keptOpenBy, reviewDueAt } = incident;
  if (isOngoing(stage))
    return (
      <>
        <span>{incidentMessages.update.next}</span>
        <UpdateDue update={update} />
      </>
    );
  return (
    <>
      {keptOpenBy !== null && <span>{words.keptOpenBy[keptOpenBy]}</span>}
      {reviewDueAt !== null && (
        <span>
          {words.reviewDue} <Instant at={reviewDueAt} />
        </span>
      )}
    </>
  );
}

export function IncidentRow({ incident }: { incident: IncidentBrief }) {
  const { id, title, severity, stage, openedAt, commander, services, customersHit, tickets } = incident;
  return (
    <li className={classes['row']} data-open={isOngoing(stage) || undefined} data-severity={severity}>
      <SeverityBadge severity={severity} isOver={!isOngoing(stage) && stage !== 'proposed'} />
      <div className={classes['what']}>
        <h3>
          <Link to="/incidents/$incidentId" params={{ incidentId: id }} className={classes['name']} data-incident>
            {id} <bdi>{title}</bdi>
          </Link>
        </h3>
        <p>
          {[...services, words.hit(customersHit, tickets)].map((one) => (
            <bdi key={one}>{one}</bdi>
          ))}
        </p>
      </div>
      <p className={classes['cell']}>
        <StageWord stage={stage} />
        {isOngoing(stage) ? <Age since={openedAt} /> : <Instant at={openedAt} />}
      </p>
      <p className={classes['cell']}>
        <span>{words.commander}</span>
        {commander === null ? <span data-none={isOngoing(stage) || undefined}>{words.nobody}</span> : <bdi>{commander.name}</bdi>}
      </p>
      <p className={classes['cell']}>
        <Next incident={incident} />
      </p>
    </li>
  );
}
