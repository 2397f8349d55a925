/** What detection proposes and why: on the page of all incidents what nobody has decided about, in the room of one how it was found. */
import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Incident, Proposal } from '../../api/client.ts';
import { useMayAct } from '../../incidents/index.ts';
import { Age, ErrorState, formatNumber, formatShare, Instant, Panel, TicketLink, uiMessages } from '../../ui/index.ts';
import { Decide } from './Decide.tsx';
import classes from './evidence.module.css';
import { proposalWords } from './proposal-messages.ts';
import { RateChart } from './RateChart.tsx';
import { useEvidence, useProposals, useProposedTickets } from './use-proposals.ts';

const said = proposalWords.evidence;

const rate = (value: number): string => (value < 0.05 ? said.hardly : formatNumber(value, value < 10 ? 1 : 0));
const quoted = (all: readonly string[]): string => all.map((one) => `‘${one}’`).join(', ');

/** The one sentence that it stands on. */
function sentenceOf({ peak, place, topic, words: common }: Proposal): string {
  const minutes = Math.max(1, Math.round((Date.parse(peak.to) - Date.parse(peak.from)) / 60_000));
  const usual = rate(peak.usual);
  const about =
    common.length > 0
      ? said.in(quoted(common.map(({ word }) => word)))
      : topic.name === null
        ? null
        : said.about(topic.kind === 'word' ? quoted([topic.name]) : topic.name);
  return [said.peak(peak.customers, said.where(place.name), minutes, usual), about].filter((one) => one !== null).join('; ') + '.';
}

function Figures({ proposal: { peak, regions, words: common } }: { proposal: Proposal }) {
  return (
    <dl className={classes['figures']}>
      <div>
        <dt>{said.rate}</dt>
        <dd>{said.perHour(rate(peak.perHour), rate(peak.low), rate(peak.high))}</dd>
      </div>
      <div>
        <dt>{said.usual}</dt>
        <dd>{said.usualRate(rate(peak.usualPerHour))}</dd>
      </div>
      {regions.length > 0 && (
        <div>
          <dt>{said.who}</dt>
          <dd>
            {regions.slice(0, 3).map(({ region, customers, of }) => (
              <bdi key={region}>{said.share(customers, region, of === null || of === 0 ? null : formatShare(customers / of))}</bdi>
            ))}
          </dd>
        </div>
      )}
      {common.length > 0 && (
        <div>
          <dt>{said.words}</dt>
          <dd className={classes['words']}>
            {common.map(({ word, tickets, of }) => (
              <bdi key={word}>
                {word} <span>{formatShare(tickets / of)}</span>
              </bdi>
            ))}
          </dd>
        </div>
      )}
    </dl>
  );
}

function Tickets({ proposal: { incident, tickets: count } }: { proposal: Proposal }) {
  const [isOpen, setIsOpen] = useState(false);
  const { data, error } = useProposedTickets(incident, count, isOpen);
  if (!isOpen)
    return (
      <Button size="compact-sm" variant="subtle" className={classes['more'] ?? ''} onClick={() => setIsOpen(true)}>
        {said.show(count)}
      </Button>
    );
  return (
    <>
      {error && <ErrorState error={error} compact />}
      {data && data.tickets.length === 0 && <p className={classes['aside']}>{said.noneSeen}</p>}
      <ul className={classes['tickets']} aria-label={said.tickets}>
        {(data?.tickets ?? []).map(({ id, subject, createdAt }) => (
          <li key={id}>
            <TicketLink id={id} />
            <span>{subject === null ? uiMessages.noSubject : <bdi>{subject}</bdi>}</span>
            <Instant at={createdAt} />
          </li>
        ))}
      </ul>
    </>
  );
}

function Matter({ proposal }: { proposal: Proposal }) {
  return (
    <>
      <div className={classes['matter']}>
        <Figures proposal={proposal} />
        <RateChart chart={proposal.chart} />
      </div>
      <Tickets proposal={proposal} />
    </>
  );
}

const When = ({ proposal: { from, endedAt } }: { proposal: Proposal }) => (
  <span className={classes['aside']}>
    {endedAt === null ? (
      <>
        {said.since} <Instant at={from} /> (<Age since={from} />)
      </>
    ) : (
      <>
        {said.over} <Instant at={endedAt} />
      </>
    )}
  </span>
);

export function Proposals() {
  const { data } = useProposals();
  const mayAct = useMayAct();
  if (!data || data.proposals.length === 0) return null;
  return (
    <Panel title={said.title} sentence={said.sentence(data.proposals.length)} flush className={classes['proposed'] ?? ''}>
      <ul className={classes['list']}>
        {data.proposals.map((proposal) => (
          <li key={proposal.incident}>
            <div className={classes['head']}>
              <p className={classes['sentence']}>
                <Link to="/incidents/$incidentId" params={{ incidentId: proposal.incident }} data-incident>
                  {proposal.incident}
                </Link>{' '}
                <bdi>{sentenceOf(proposal)}</bdi>
              </p>
              <When proposal={proposal} />
              {mayAct && <Decide incident={proposal.incident} />}
            </div>
            <Matter proposal={proposal} />
          </li>
        ))}
      </ul>
    </Panel>
  );
}

/** Nothing where nobody but people found it. */
export function FoundBy({ incident: { id } }: { incident: Pick<Incident, 'id'> }) {
  const { data } = useEvidence(id);
  if (!data || data.proposals.length === 0) return null;
  return (
    <Panel title={said.found} sentence={said.by}>
      <ul className={classes['found']}>
        {data.proposals.map((proposal) => (
          <li key={proposal.incident}>
            <p className={classes['sentence']}>
              {proposal.incident !== id && (
                <Link to="/incidents/$incidentId" params={{ incidentId: proposal.incident }}>
                  {proposal.incident}
                </Link>
              )}{' '}
              <bdi>{sentenceOf(proposal)}</bdi> <When proposal={proposal} />
            </p>
            {proposal.partOf !== null && proposal.partOf !== id && (
              <p className={classes['aside']}>
                <Link to="/incidents/$incidentId" params={{ incidentId: proposal.partOf }}>
                  {said.partOf(proposal.partOf)}
                </Link>
              </p>
            )}
            <Matter proposal={proposal} />
          </li>
        ))}
      </ul>
    </Panel>
  );
}
