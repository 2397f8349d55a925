/** One person, for a conversation: figures against targets and expectations, what stands out, skills, load, and what is in hand. */
import { Button } from '@mantine/core';
import { IconArrowLeft, IconChartDots3 } from '@tabler/icons-react';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { PersonProfile } from '../../api/client.ts';
import { QueryChart, usualGrain, type Filter, type Question } from '../../numbers/index.ts';
import { usePeriod, useTimeZone } from '../../period/viewing.ts';
import { BlockSkeleton, ErrorState, formatCount, formatDate, PersonFace, TextSkeleton } from '../../ui/index.ts';
import { AgentFigures } from './AgentFigures.tsx';
import { FIGURES } from './compared.ts';
import { InHand } from './InHand.tsx';
import { Judgements } from './Judgements.tsx';
import { Kinds } from './Kinds.tsx';
import { LowAnswers } from './LowAnswers.tsx';
import { messages } from './messages.ts';
import classes from './agent.module.css';
import { useEntry, useProfile } from './use-people.ts';
import { Workload } from './Workload.tsx';

const words = messages.agent;
const route = getRouteApi('/inside/people/$agentId');

/** What is counted of the person: their work for the teams they belong to, which is what the comparison is of. */
const filtersOf = ({ person }: PersonProfile): Filter[] => [
  { dimension: 'agent', values: [person.id] },
  ...(person.teams.length === 0 ? [] : [{ dimension: 'team', values: person.teams.map(({ id }) => id) }]),
];

function Header({ profile, filters }: { profile: PersonProfile; filters: readonly Filter[] }) {
  const { person, peers } = profile;
  const { data: entry } = useEntry(person.id);
  const team = person.teams.map(({ name }) => name).join(', ');
  const facts = [
    team,
    person.supportTier && words.tier(person.supportTier),
    person.startedOn && words.since(formatDate(person.startedOn)),
  ].filter(Boolean);
  const search = { metrics: FIGURES.join(','), by: 'category', as: 'table', where: filters };
  return (
    <header className={classes['header']}>
      <Link to="/people" className={classes['back']}>
        <IconArrowLeft size={16} stroke={1.8} aria-hidden="true" /> {words.back}
      </Link>
      <div className={classes['who']}>
        <PersonFace person={person} size={44} presence={entry?.presence?.state ?? null} />
        <div>
          <h1>{person.name}</h1>
          <p>{facts.join(' · ')}</p>
        </div>
        <Button
          component={Link}
          to="/explore"
          search={search as never}
          variant="default"
          size="xs"
          leftSection={<IconChartDots3 size={15} aria-hidden="true" />}
          className={classes['explore']}
        >
          {words.explore}
        </Button>
      </div>
      <p className={classes['peers']}>{peers === 0 ? words.peersNone : words.peers(formatCount(peers), team || words.everybody)}</p>
    </header>
  );
}

function Trends({ filters }: { filters: readonly Filter[] }) {
  const [period, timeZone] = [usePeriod(), useTimeZone()];
  const [times, shares] = useMemo<[Question, Question]>(() => {
    const context = { period, timeZone, filters, grain: usualGrain(period) };
    return [
      { ...context, metrics: ['first_response', 'resolution'] },
      { ...context, metrics: ['fcr', 'reopen', 'csat'] },
    ];
  }, [period, timeZone, filters]);
  return (
    <div className={classes['halves']}>
      <QueryChart title={words.trendTime} question={times} kind="line" />
      <QueryChart title={words.trendShare} question={shares} kind="line" />
    </div>
  );
}

function Profile({ profile }: { profile: PersonProfile }) {
  const filters = useMemo(() => filtersOf(profile), [profile]);
  return (
    <>
      <Header profile={profile} filters={filters} />
      <AgentFigures profile={profile} filters={filters} />
      <Judgements profile={profile} filters={filters} />
      <Kinds profile={profile} filters={filters} dimension="category" />
      {profile.skills.some(({ dimension }) => dimension === 'product') && <Kinds profile={profile} filters={filters} dimension="product" />}
      <Trends filters={filters} />
      <div className={classes['thirds']}>
        <Workload profile={profile} filters={filters} />
        <InHand person={profile.person} />
        <LowAnswers filters={filters} />
      </div>
    </>
  );
}

export function AgentPage() {
  const { agentId } = route.useParams();
  const { data, error, refetch, isPlaceholderData } = useProfile(agentId);
  if (!data) {
    if (error)
      return (
        <ErrorState
          error={error}
          retry={() => void refetch()}
          action={
            <Button component={Link} to="/people" variant="default" size="xs">
              {words.back}
            </Button>
          }
        />
      );
    return (
      <div className={classes['page']} aria-busy="true">
        <TextSkeleton lines={2} />
        <BlockSkeleton height={220} />
        <BlockSkeleton height={320} />
      </div>
    );
  }
  return (
    <div className={classes['page']} aria-busy={isPlaceholderData} data-old={isPlaceholderData || undefined}>
      <Profile key={agentId} profile={data} />
    </div>
  );
}
