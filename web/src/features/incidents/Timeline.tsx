/** Everything said and done, the latest first. */
import type { Incident } from '../../api/client.ts';
import { Link } from '@tanstack/react-router';
import { ONGOING } from '../../incidents/index.ts';
import { useMayWriteRules } from '../../session/session.ts';
import { Instant, Panel, TicketLink, useTicking } from '../../ui/index.ts';
import classes from './incidents.module.css';
import { words } from './messages.ts';
import { type Moment, momentWords, uncalled } from './timeline-words.ts';

const said = words.timeline;

function Item({ moment }: { moment: Moment }) {
  const { did, tone } = momentWords(moment);
  const { at, by, text, subject, ticket, isSuperseded } = moment;
  return (
    <li data-tone={tone} data-superseded={isSuperseded || undefined} title={isSuperseded ? said.superseded : undefined}>
      <p>
        {by === null && /^\p{Ll}/u.test(did) && <b>{said.system} </b>}
        {by && (
          <>
            <b>
              <bdi>{by.name}</bdi>
            </b>{' '}
          </>
        )}
        {did} {ticket !== null && <TicketLink id={ticket} />} <Instant at={at} />
      </p>
      {(subject !== null || text !== null) && (
        <blockquote className={classes['words']}>
          {subject !== null && <b>{subject}</b>}
          {text !== null && <p>{text}</p>}
        </blockquote>
      )}
    </li>
  );
}

/** A rule that calls has done so by then; sooner, nobody could know. */
const CALLED_WITHIN_MS = 60_000;

/** Of a bad one that goes on. */
function NobodyCalled({ incident: { stage, severity, declaredAt, timeline, isWhole } }: { incident: Incident }) {
  const mayWrite = useMayWriteRules();
  const isLongAgo = useTicking((now) => declaredAt !== null && Date.parse(declaredAt) + CALLED_WITHIN_MS <= now);
  const isBad = severity === 'SEV1' || severity === 'SEV2';
  const isOngoing = (ONGOING as readonly string[]).includes(stage);
  if (!isBad || !isOngoing || !isLongAgo || !isWhole || timeline.some(({ type }) => type === 'alert.fired')) return null;
  return (
    <p role="status">
      {uncalled.said(severity)} {mayWrite && <Link to="/alerts/rules">{uncalled.toRules}</Link>}
    </p>
  );
}

export const Timeline = ({ incident }: { incident: Incident }) => (
  <Panel title={said.title} {...(!incident.isWhole && { sentence: said.cut })}>
    <NobodyCalled incident={incident} />
    <ol className={classes['moments']}>
      {incident.timeline.toReversed().map((moment) => (
        <Item key={`${moment.source} ${moment.id}`} moment={moment} />
      ))}
    </ol>
  </Panel>
);
