/** Everything else that is known of a ticket: what it is about, its escalations, surveys, links, and the source's own fields. */
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { TicketDetail, TicketView } from '../../api/client.ts';
import { ChannelIcon, formatCount, formatDuration, Instant, NONE, Panel, sentenceCase, TicketLink, uiMessages } from '../../ui/index.ts';
import { messages } from './messages.ts';
import classes from './panels.module.css';
import { scoreWords } from './sentence.ts';

const words = messages.details;

function Escalations({ ticket }: { ticket: TicketDetail }) {
  return (
    <ol className={classes['rows']}>
      {ticket.escalationLog.map((escalation) => (
        <li key={escalation.ordinal}>
          <span className={classes['name']}>
            {uiMessages.escalationKind[escalation.kind] ?? escalation.kind}
            <small>
              {escalation.fromTier ?? NONE} → {escalation.toTier}
              {escalation.toTeam && `, ${escalation.toTeam.name}`} · <Instant at={escalation.at} />
            </small>
            {escalation.reason && <small>{escalation.reason}</small>}
          </span>
          {escalation.context && (
            <span className={classes['grade']} data-context={escalation.context} title={messages.contextMeaning}>
              {messages.context[escalation.context]}
            </span>
          )}
        </li>
      ))}
    </ol>
  );
}

function Surveys({ ticket }: { ticket: TicketDetail }) {
  return (
    <ol className={classes['rows']}>
      {ticket.surveys.map((survey) => (
        <li key={survey.surveyId}>
          <span className={classes['name']}>
            {messages.surveyName[survey.survey] ?? survey.survey}
            <small>
              {survey.answeredAt ? <Instant at={survey.answeredAt} /> : words.asked}
              {survey.agent && ` · ${survey.agent.name}`}
            </small>
            {survey.comment && <small className={classes['comment']}>“{survey.comment}”</small>}
            {survey.furtherAnswers.map(({ question, answer }) => (
              <small key={question} className={classes['comment']}>
                {question} “{answer}”
              </small>
            ))}
          </span>
          <span className={classes['number']}>{survey.score === null ? NONE : scoreWords(survey.score, survey.scale)}</span>
        </li>
      ))}
    </ol>
  );
}

function Links({ ticket }: { ticket: TicketDetail }) {
  const rows: [string, string][] = [
    ...ticket.links.map(({ kind, to }): [string, string] => [sentenceCase(messages.linkKind[kind] ?? kind), to]),
    ...ticket.absorbed.map((id): [string, string] => [words.absorbed, id]),
    ...(ticket.mergedInto ? [[messages.mergedInto, ticket.mergedInto] as [string, string]] : []),
    ...(ticket.splitFrom ? [[words.splitFrom, ticket.splitFrom] as [string, string]] : []),
  ];
  return (
    <ul className={classes['rows']}>
      {rows.map(([name, id]) => (
        <li key={`${name} ${id}`}>
          <span className={classes['name']}>{name}</span>
          <TicketLink id={id} />
        </li>
      ))}
    </ul>
  );
}

function Pauses({ ticket }: { ticket: TicketDetail }) {
  return (
    <ul className={classes['rows']}>
      {ticket.pauses.map((pause) => (
        <li key={pause.from}>
          <span className={classes['name']}>
            {pause.reason}
            <small>
              <Instant at={pause.from} />
              {pause.by && ` · ${pause.by.name}`}
            </small>
          </span>
          <span className={classes['number']}>
            {pause.to ? formatDuration((Date.parse(pause.to) - Date.parse(pause.from)) / 1000) : messages.time.running}
          </span>
        </li>
      ))}
    </ul>
  );
}

function Section({ title, shown, children }: { title: string; shown: boolean; children: ReactNode }) {
  if (!shown) return null;
  return (
    <>
      <h3 className={classes['heading']}>{title}</h3>
      {children}
    </>
  );
}

const hasLinks = ({ links, absorbed, mergedInto, splitFrom }: TicketDetail): boolean =>
  links.length + absorbed.length > 0 || mergedInto !== null || splitFrom !== null;

export function DetailsPanel({ view: { ticket, connection } }: { view: TicketView }) {
  const custom = Object.entries(ticket.customFields).filter(([, value]) => value !== null && value !== '');
  const facts: [string, ReactNode][] = [
    [words.category, ticket.category ? sentenceCase(ticket.category) : NONE],
    [words.product, ticket.product ? sentenceCase(ticket.product) : NONE],
    [words.supportTier, ticket.supportTier ?? NONE],
    [words.channel, <ChannelIcon key="channel" value={ticket.channel} named />],
    [words.site, ticket.serviceSite?.name ?? NONE],
    [words.source, connection.label],
    [words.reassignments, formatCount(ticket.counts.reassignments)],
    [words.transfers, formatCount(ticket.counts.transfers)],
    [words.reopens, formatCount(ticket.counts.reopens)],
    [words.events, formatCount(ticket.eventCount)],
    ...custom.map(([name, value]): [string, ReactNode] => [sentenceCase(name), String(value)]),
  ];
  return (
    <Panel title={words.title}>
      <dl className={classes['facts']}>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <Section title={words.tags} shown={ticket.tags.length > 0}>
        <div className={classes['tags']}>
          {ticket.tags.map((tag) => (
            <Link key={tag} to="/tickets" search={{ tag } as never} className={classes['tag']}>
              {tag}
            </Link>
          ))}
        </div>
      </Section>
      <Section title={words.escalations} shown={ticket.escalationLog.length > 0}>
        <Escalations ticket={ticket} />
      </Section>
      <Section title={words.surveys} shown={ticket.surveys.length > 0}>
        <Surveys ticket={ticket} />
      </Section>
      <Section title={words.links} shown={hasLinks(ticket)}>
        <Links ticket={ticket} />
      </Section>
      <Section title={words.pauses} shown={ticket.pauses.length > 0}>
        <Pauses ticket={ticket} />
      </Section>
    </Panel>
  );
}
