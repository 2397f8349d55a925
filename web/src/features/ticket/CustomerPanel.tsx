/** Whom we are talking to: the person, their company and what it is worth, what else they have asked, how they felt. */
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { CustomerContext } from '../../api/client.ts';
import {
  countryName,
  CustomerTier,
  formatCount,
  formatDate,
  formatMoney,
  formatTime,
  Instant,
  languageName,
  Name,
  NONE,
  Panel,
  Person,
  sentenceCase,
  StatusGlyph,
  TicketLink,
  uiMessages,
  useTicking,
} from '../../ui/index.ts';
import { messages } from './messages.ts';
import classes from './panels.module.css';
import { scoreWords } from './sentence.ts';

const words = messages.customer;

const HEALTH: Record<string, string> = {
  healthy: 'good',
  good: 'good',
  at_risk: 'bad',
  'at risk': 'bad',
  poor: 'bad',
  churning: 'bad',
  neutral: 'warning',
  fair: 'warning',
  watch: 'warning',
};

/** What time it is for the customer, ticking. A zone that this browser does not know is named and nothing more. */
function LocalTime({ timeZone }: { timeZone: string }) {
  const time = useTicking((now) => {
    try {
      return formatTime(now, timeZone);
    } catch {
      return null;
    }
  });
  return (
    <span title={timeZone}>
      {time ?? timeZone}
      {time && <small> {timeZone.split('/').at(-1)?.replaceAll('_', ' ')}</small>}
    </span>
  );
}

function Health({ value }: { value: string }) {
  return (
    <span className={classes['health']} data-tone={HEALTH[value.toLowerCase()]}>
      {sentenceCase(value)}
    </span>
  );
}

type Survey = CustomerContext['lastNps'];

/** An NPS score has its name: promoters from 9, detractors to 6. */
const npsName = (score: number): string => (score >= 9 ? 'promoter' : score >= 7 ? 'passive' : 'detractor');

function LastScore({ survey, nps = false }: { survey: Survey; nps?: boolean }) {
  if (!survey)
    return (
      <span className={classes['quiet']} title={words.never}>
        {NONE}
      </span>
    );
  return (
    <TicketLink id={survey.ticket}>
      {scoreWords(survey.score, survey.scale)}
      {nps && ` · ${npsName(survey.score)}`}
    </TicketLink>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Company({ organisation }: { organisation: NonNullable<CustomerContext['organisation']> }) {
  return (
    <>
      <Fact name={words.tier}>
        <CustomerTier value={organisation.customerTier} />
      </Fact>
      <Fact name={words.plan}>{organisation.plan ? sentenceCase(organisation.plan) : NONE}</Fact>
      <Fact name={words.mrr}>{formatMoney(organisation.mrr, organisation.currency)}</Fact>
      <Fact name={words.health}>{organisation.health ? <Health value={organisation.health} /> : NONE}</Fact>
      <Fact name={words.csm}>{organisation.csm ? <Person person={organisation.csm} size={18} /> : NONE}</Fact>
    </>
  );
}

function Recent({ customer }: { customer: CustomerContext }) {
  if (customer.recentTickets.length === 0) return <p className={classes['quiet']}>{words.noOther}</p>;
  return (
    <ul className={classes['tickets']}>
      {customer.recentTickets.map((ticket) => (
        <li key={ticket.id}>
          <StatusGlyph value={ticket.status} />
          <span className={classes['name']}>
            <TicketLink id={ticket.id}>{ticket.subject ?? uiMessages.noSubject}</TicketLink>
            <small>
              {uiMessages.status[ticket.status]} · <Instant at={ticket.createdAt} />
            </small>
          </span>
        </li>
      ))}
    </ul>
  );
}

export function CustomerPanel({ customer }: { customer: CustomerContext | null }) {
  if (!customer) {
    return (
      <Panel title={words.title}>
        <p className={classes['quiet']}>{words.none}</p>
      </Panel>
    );
  }
  const { organisation } = customer;
  const place = [customer.city, customer.country && countryName(customer.country)].filter(Boolean).join(', ');
  const since = customer.since ?? organisation?.since;
  return (
    <Panel title={words.title}>
      <div className={classes['who']}>
        <Person person={customer.erased ? { name: messages.customerErased } : customer} kind="customer" size={32} />
        {organisation && (
          <span className={classes['company']}>
            <Name of={organisation} />
          </span>
        )}
      </div>
      {customer.erased && <p className={classes['quiet']}>{words.erased}</p>}
      <dl className={classes['facts']}>
        {organisation && <Company organisation={organisation} />}
        {customer.email && (
          <Fact name={words.email}>
            <a href={`mailto:${customer.email}`}>{customer.email}</a>
          </Fact>
        )}
        {place !== '' && <Fact name={words.place}>{place}</Fact>}
        {customer.timeZone && (
          <Fact name={words.localTime}>
            <LocalTime timeZone={customer.timeZone} />
          </Fact>
        )}
        {customer.language && <Fact name={words.language}>{languageName(customer.language)}</Fact>}
        {since && <Fact name={words.since}>{formatDate(since)}</Fact>}
        <Fact name={words.nps}>
          <LastScore survey={customer.lastNps} nps />
        </Fact>
        <Fact name={words.csat}>
          <LastScore survey={customer.lastCsat} />
        </Fact>
      </dl>
      <h3 className={classes['heading']}>
        {words.recent}
        <Link to="/tickets" search={{ requester: customer.id } as never} className={classes['all']} title={words.all}>
          {words.openOf(formatCount(customer.openTickets), formatCount(customer.tickets))}
        </Link>
      </h3>
      <Recent customer={customer} />
    </Panel>
  );
}
