/** The room of one incident: how bad it is and how it stands, its clocks, who does what, what is told, and what was learned. */
import { SegmentedControl } from '@mantine/core';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { Incident } from '../../api/client.ts';
import { useMayAct } from '../../incidents/index.ts';
import { BlockSkeleton, EmptyState, ErrorState, problemOf } from '../../ui/index.ts';
import { AnswersPanel } from './AnswersPanel.tsx';
import { Checklists } from './Checklists.tsx';
import { Clocks } from './Clocks.tsx';
import { CostPanel } from './CostPanel.tsx';
import { Escalation } from './Escalation.tsx';
import { FoundBy } from './Evidence.tsx';
import { Header } from './Header.tsx';
import { ImpactPanel } from './ImpactPanel.tsx';
import classes from './incidents.module.css';
import { words } from './messages.ts';
import { ReviewTab } from './ReviewTab.tsx';
import { Roles } from './Roles.tsx';
import { TABS, type Tab } from './search.ts';
import { TicketsPanel } from './TicketsPanel.tsx';
import { Timeline } from './Timeline.tsx';
import { UpdateComposer } from './UpdateComposer.tsx';
import { useIncident } from './use-incident.ts';

const route = getRouteApi('/inside/incidents/$incidentId');

function Room({ incident }: { incident: Incident }) {
  const mayAct = useMayAct() && incident.stage !== 'dismissed' && incident.stage !== 'closed';
  return (
    <div className={classes['one']}>
      <div className={classes['parts']}>
        <FoundBy incident={incident} />
        {mayAct && <UpdateComposer key={incident.id} incident={incident} />}
        <Timeline incident={incident} />
      </div>
      <div className={classes['parts']}>
        <Roles incident={incident} />
        <Checklists incident={incident} />
        <Escalation incident={incident} />
      </div>
    </div>
  );
}

function Shown({ incident }: { incident: Incident }) {
  const { tab = 'room' } = route.useSearch();
  const navigate = route.useNavigate();
  return (
    <>
      <Header incident={incident} />
      <Clocks incident={incident} />
      <SegmentedControl
        className={classes['tabs']}
        aria-label={words.tabs.label}
        value={tab}
        onChange={(next: Tab) => void navigate({ search: (next === 'room' ? {} : { tab: next }) as never, replace: true })}
        data={TABS.map((value) => ({ value, label: words.tabs[value] }))}
      />
      {tab === 'room' && <Room incident={incident} />}
      {tab === 'tickets' && (
        <div className={classes['one']}>
          <div className={classes['parts']}>
            <AnswersPanel incident={incident} />
            <TicketsPanel incident={incident} />
          </div>
          <div className={classes['parts']}>
            <ImpactPanel incident={incident} />
            <CostPanel cost={incident.cost} />
          </div>
        </div>
      )}
      {tab === 'review' && <ReviewTab key={incident.id} incident={incident} />}
    </>
  );
}

export function IncidentPage() {
  const { incidentId } = route.useParams();
  const { data, error, refetch } = useIncident(incidentId);
  const isUnknown = error !== null && problemOf(error).status === 404;
  return (
    <div className={classes['place']}>
      <Link to="/incidents" className={classes['back']}>
        {words.back}
      </Link>
      {isUnknown && !data && <EmptyState title={words.unknown}>{words.unknownText}</EmptyState>}
      {error && !isUnknown && !data && <ErrorState error={error} retry={() => void refetch()} />}
      {!data && !error && <BlockSkeleton height={480} />}
      {data && <Shown incident={data} />}
    </div>
  );
}
