/** The clocks of an incident as the figures they are: how long it lasts, the response, and when customers are told next. */
import type { ReactNode } from 'react';
import type { Incident } from '../../api/client.ts';
import { incidentMessages, ONGOING, UpdateDue } from '../../incidents/index.ts';
import { Age, Duration, Instant, Relative } from '../../ui/index.ts';
import classes from './incidents.module.css';
import { words } from './messages.ts';

const said = words.clocks;

const secondsBetween = (from: string, to: string): number => Math.max(0, (Date.parse(to) - Date.parse(from)) / 1000);

function Figure({ label, children, note }: { label: string; children: ReactNode; note?: ReactNode }) {
  return (
    <div className={classes['figure']}>
      <dt>{label}</dt>
      <dd>
        {children}
        {note && <span>{note}</span>}
      </dd>
    </div>
  );
}

function Response({ response, declaredAt }: Pick<Incident, 'response' | 'declaredAt'>) {
  if (response === null || declaredAt === null) return null;
  const { stoppedAt, missedAt, dueAt } = response;
  const note = missedAt !== null && <b className={classes['late']}>{said.missed}</b>;
  if (stoppedAt !== null)
    return (
      <Figure label={said.responded} note={note}>
        <Duration seconds={secondsBetween(declaredAt, stoppedAt)} />
      </Figure>
    );
  return (
    <Figure label={said.response} note={note}>
      {missedAt === null ? (
        <>
          {said.respondBy} <Relative at={dueAt} />
        </>
      ) : (
        <Relative at={missedAt} />
      )}
    </Figure>
  );
}

export function Clocks({ incident }: { incident: Incident }) {
  const { stage, declaredAt, resolvedAt, response, update, channels, timeline, reviewDueAt } = incident;
  if (declaredAt === null) return null;
  const isOngoing = (ONGOING as readonly string[]).includes(stage);
  const last = timeline.findLast(({ type, said: { audience } }) => type === 'incident.update_posted' && audience === 'customers');
  return (
    <dl className={classes['clocks']}>
      {resolvedAt === null ? (
        <Figure label={said.open}>
          <Age since={declaredAt} />
        </Figure>
      ) : (
        <Figure label={said.lasted}>
          <Duration seconds={secondsBetween(declaredAt, resolvedAt)} />
        </Figure>
      )}
      <Response response={response} declaredAt={declaredAt} />
      {isOngoing && (
        <Figure label={said.update} note={said.channels(channels.join(', '))}>
          <UpdateDue update={update} />
        </Figure>
      )}
      <Figure
        label={said.last}
        note={update.skipped > 0 && <b className={classes['late']}>{incidentMessages.update.skipped(update.skipped)}</b>}
      >
        {last ? <Instant at={last.at} /> : said.never}
      </Figure>
      {reviewDueAt !== null && (
        <Figure label={words.reviewDue}>
          <Relative at={reviewDueAt} />
        </Figure>
      )}
    </dl>
  );
}
