/** What was clicked: an outage with its facts, its history and the tickets near it; several of one place; or an incident. */
import { CloseButton } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { SeverityBadge, StageWord } from '../../incidents/index.ts';
import { nameOf, type OutageBrief, type OutageIncident, Shape } from '../../outage-map/index.ts';
import { periodOfDays } from '../../period/period.ts';
import { dayOf } from '../../period/zone.ts';
import { ErrorState, formatCount, formatInstant, TextSkeleton, TicketLink } from '../../ui/index.ts';
import classes from './map.module.css';
import { words } from './messages.ts';
import { useNearby, useOutage } from './use-outages.ts';

const text = words.panel;
const MOST_LISTED = 100;

interface SidePanelProps {
  open: string;
  /** Of one cluster, when several were clicked at once. */
  several: readonly OutageBrief[];
  incident: OutageIncident | undefined;
  /** The outages of these days that belong to the incident. */
  ofIncident: readonly OutageBrief[];
  now: number;
  timeZone: string;
  siteName: (id: string) => string;
  onOpen: (id: string) => void;
  onClose: () => void;
}

export function SidePanel({ open, several, incident, ofIncident, now, timeZone, siteName, onOpen, onClose }: SidePanelProps) {
  return (
    <>
      <CloseButton className={classes['close']} aria-label={text.close} onClick={onClose} />
      {several.length > 1 ? (
        <>
          <h2>{text.several(several.length)}</h2>
          <Choices outages={several} onOpen={onOpen} />
        </>
      ) : incident ? (
        <>
          <h2>
            {incident.id} <bdi>{incident.title}</bdi>
          </h2>
          <p className={classes['marks']}>
            <SeverityBadge severity={incident.severity} /> <StageWord stage={incident.stage} />
          </p>
          <Facts
            facts={[
              [text.began, formatInstant(incident.startedAt, now, timeZone)],
              [text.ended, incident.endedAt ? formatInstant(incident.endedAt, now, timeZone) : text.stillRuns],
              [text.service, incident.services.join(', ')],
              [text.region, incident.regions.join(', ')],
            ]}
          />
          <p>
            <Link to="/incidents/$incidentId" params={{ incidentId: incident.id }} className={classes['link']}>
              {text.toIncident}
            </Link>
          </p>
          {ofIncident.length > 0 && (
            <>
              <h3>{text.onMap}</h3>
              <Choices outages={ofIncident} onOpen={onOpen} />
            </>
          )}
        </>
      ) : (
        <One key={open} id={open} now={now} timeZone={timeZone} siteName={siteName} />
      )}
    </>
  );
}

const Choices = ({ outages, onOpen }: { outages: readonly OutageBrief[]; onOpen: (id: string) => void }) => (
  <ul className={classes['choices']}>
    {outages.slice(0, MOST_LISTED).map((one) => (
      <li key={one.id}>
        <button type="button" onClick={() => onOpen(one.id)}>
          <Shape severity={one.severity} isPlanned={one.isPlanned} />
          <span>
            {one.severity} <bdi>{nameOf(one)}</bdi>
          </span>
        </button>
      </li>
    ))}
  </ul>
);

const Facts = ({ facts }: { facts: readonly (readonly [name: string, value: string])[] }) => (
  <dl className={classes['facts']}>
    {facts
      .filter(([, value]) => value !== '')
      .map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            <bdi>{value}</bdi>
          </dd>
        </div>
      ))}
  </dl>
);

function One({ id, now, timeZone, siteName }: { id: string } & Pick<SidePanelProps, 'now' | 'timeZone' | 'siteName'>) {
  const { data, error, refetch } = useOutage(id);
  if (error) return <ErrorState error={error} retry={() => void refetch()} compact />;
  if (!data) return <TextSkeleton lines={6} />;
  const when = (at: string | null) => (at === null ? '' : formatInstant(at, now, timeZone));
  return (
    <>
      <h2>
        <bdi>{nameOf(data)}</bdi>
      </h2>
      <p className={classes['marks']}>
        <SeverityBadge severity={data.severity} isOver={data.stage === 'ended'} />
        {words.stages[data.stage]}, {data.isPlanned ? text.planned.toLowerCase() : text.unplanned.toLowerCase()}
      </p>
      {data.description !== '' && (
        <p className={classes['description']}>
          <bdi>{data.description}</bdi>
        </p>
      )}
      <Facts
        facts={[
          [text.began, when(data.startedAt)],
          [text.ended, data.endedAt ? when(data.endedAt) : text.stillRuns],
          [text.estimate, when(data.estimatedAt) || text.noEstimate],
          [text.customers, data.customers === null ? '' : formatCount(data.customers)],
          [text.service, data.service ?? ''],
          [text.region, data.region ?? ''],
          [text.site, data.site === null ? '' : siteName(data.site)],
          [text.source, `${data.source} ${data.externalId}`],
        ]}
      />
      {data.postcodes.length > 0 && (
        <details className={classes['more']}>
          <summary>{text.postcodes(data.postcodes.length)}</summary>
          <p>{data.postcodes.slice(0, 200).join(' ')}</p>
        </details>
      )}
      {data.incident !== null && (
        <p>
          {text.incident}{' '}
          <Link to="/incidents/$incidentId" params={{ incidentId: data.incident }} className={classes['link']}>
            <bdi>{data.incident}</bdi>
          </Link>
        </p>
      )}
      {data.changes.length > 0 && (
        <details className={classes['more']}>
          <summary>{text.changes}</summary>
          <ul>
            {data.changes.map(({ at, by, was, became }, place) => (
              // oxlint-disable-next-line react/no-array-index-key -- they have no id, and never change their order
              <li key={place}>
                {when(at)}, <bdi>{by}</bdi>
                {Object.keys(became).map((field) => (
                  <div key={field}>
                    <bdi>{text.change(field, saidOf(was[field]), saidOf(became[field]))}</bdi>
                  </div>
                ))}
              </li>
            ))}
          </ul>
        </details>
      )}
      <Nearby id={id} timeZone={timeZone} />
    </>
  );
}

/** A value of the history, of whatever kind. */
const saidOf = (value: unknown): string =>
  typeof value === 'string' ? value : value === null || value === undefined ? text.nothing : JSON.stringify(value);

function Nearby({ id, timeZone }: { id: string; timeZone: string }) {
  const { data, error, refetch } = useNearby(id);
  if (error) return <ErrorState error={error} retry={() => void refetch()} compact />;
  if (!data) return <TextSkeleton lines={3} />;
  const [first, last] = [dayOf(Date.parse(data.from), timeZone), dayOf(Date.parse(data.to), timeZone)];
  return (
    <section>
      <h3>{text.nearby}</h3>
      <p className={classes['quiet']}>{text.nearbyText(data.withinKm)}</p>
      {data.ticketCount === 0 ? (
        <p>{text.noTickets}</p>
      ) : (
        <>
          <p>
            <b>{text.tickets(data.ticketCount)}</b> {text.ofCustomers(data.customerCount)}{' '}
            <Link
              to="/tickets"
              className={classes['link']}
              search={{ requester: data.customers.map((one) => one.id).join(','), created: periodOfDays(first, last) }}
            >
              {text.allTickets}
            </Link>
          </p>
          <ul className={classes['tickets']}>
            {data.tickets.slice(0, 8).map((ticket) => (
              <li key={ticket.id}>
                <TicketLink id={ticket.id} /> <bdi>{ticket.subject ?? ''}</bdi>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
