/** The live queue: who waits, who is being helped, what was just solved, and who can help. */
import { useMediaQuery } from '@mantine/hooks';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import type { Queue } from '../../api/client.ts';
import { NothingYet, useIsEmpty } from '../../first-steps/index.ts';
import { useWall } from '../../period/viewing.ts';
import { useSession } from '../../session/session.ts';
import { SightNote } from '../../session/SightNote.tsx';
import { ErrorState, useTicking } from '../../ui/index.ts';
import { Board } from './Board.tsx';
import { Headline } from './Headline.tsx';
import { PeoplePanel } from './PeoplePanel.tsx';
import classes from './queue.module.css';
import { QueueFilters } from './QueueFilters.tsx';
import { QueueSkeleton } from './QueueSkeleton.tsx';
import { QueueWall } from './QueueWall.tsx';
import { StatusStrip } from './StatusStrip.tsx';
import { isNarrowed } from './search.ts';
import { narrowedStrip, stripOf } from './strip.ts';
import { TabBar, type Tab } from './TabBar.tsx';
import { TicketPanel } from './TicketPanel.tsx';
import { inTeams } from './order.ts';
import { useColumns } from './use-columns.ts';
import { useQueue } from './use-queue.ts';

const route = getRouteApi('/inside/queue');

function Room({ queue }: { queue: Queue }) {
  const search = route.useSearch();
  const phone = useMediaQuery('(max-width: 48em)', undefined, { getInitialValueInEffect: false });
  const [tab, setTab] = useState<Tab>('waiting');
  const { person } = useSession();
  const columns = useColumns(queue, search, person.agentId);
  const whole = stripOf(queue);
  const agents = inTeams(queue.agents, search.team);
  const narrowed = isNarrowed(search);
  const strip = narrowed ? narrowedStrip(columns, agents) : whole;
  return (
    <div className={classes['page']} data-open={search.open ? true : undefined}>
      <div className={classes['top']}>
        <div>
          <Headline strip={strip} whole={narrowed ? whole : null} />
          <p className={classes['seen']}>
            <SightNote />
          </p>
        </div>
        <StatusStrip strip={strip} whole={narrowed ? whole : null} owed={[...columns.waiting, ...columns.handling]} />
        <QueueFilters queue={queue} />
        {phone && <TabBar tab={tab} onChange={setTab} columns={columns} people={strip.online} />}
      </div>
      {(!phone || tab !== 'people') && <Board queue={queue} columns={columns} only={phone && tab !== 'people' ? tab : null} />}
      {(!phone || tab === 'people') && !(search.open && !phone) && <PeoplePanel agents={agents} />}
      {search.open && <TicketPanel key={search.open} id={search.open} queue={queue} />}
    </div>
  );
}

export function QueuePage() {
  const { data: queue, error, refetch } = useQueue();
  const wall = useWall();
  const isEmpty = useIsEmpty();
  // The hour ends for tickets resolved in it whether or not anything else happens.
  useTicking((now) => Math.floor(now / 60_000));
  if (!queue) return error ? <ErrorState error={error} retry={() => void refetch()} /> : <QueueSkeleton />;
  if (wall) return <QueueWall queue={queue} />;
  return isEmpty ? <NothingYet /> : <Room queue={queue} />;
}
