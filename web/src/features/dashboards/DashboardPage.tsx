/** One dashboard: its numbers, live, through the filters of its address; one's own can be arranged. */
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useMemo } from 'react';
import type { Dashboard } from '../../api/client.ts';
import { useFirstInsight } from '../../first-steps/index.ts';
import { countsBothWays, useCatalogue } from '../../numbers/index.ts';
import { usePeriod, useTimeZone, useWall } from '../../period/viewing.ts';
import { chosenCategory, WhatToDo } from '../../playbook/index.ts';
import { BlockSkeleton, EmptyState, ErrorState, SectionTitle } from '../../ui/index.ts';
import { TileGrid, type View } from '../../tiles/index.ts';
import { DashboardFilters } from './DashboardFilters.tsx';
import { DashboardWall } from './DashboardWall.tsx';
import { Compare, HeadActions, Hours } from './HeadActions.tsx';
import { messages } from './messages.ts';
import classes from './page.module.css';
import type { DashboardSearch } from './search.ts';
import { useDashboard } from './use-dashboards.ts';

const route = getRouteApi('/inside/dashboards/$dashboardId');
const Editor = lazy(() => import('./Editor.tsx').then((part) => ({ default: part.Editor })));

/** The standard dashboard whose subject is categories, and what is done about them. */
const ABOUT_ISSUES = 'issues';

function useView(): [View, (change: { [Key in keyof DashboardSearch]: DashboardSearch[Key] | undefined }) => void] {
  const { filters, compare, calendar } = route.useSearch();
  const period = usePeriod();
  const timeZone = useTimeZone();
  const navigate = useNavigate();
  const view = useMemo(
    (): View => ({ period, timeZone, filters: filters ?? [], compare, calendar }),
    [period, timeZone, filters, compare, calendar],
  );
  return [
    view,
    (change) => {
      const search = (previous: Record<string, unknown>): Record<string, unknown> => ({ ...previous, ...change });
      void navigate({ to: '.', search: search as never, replace: true, resetScroll: false });
    },
  ];
}

/** By what at least one tile can be divided. */
function useUsable({ spec: { tiles } }: Dashboard): ReadonlySet<string> {
  const { data: catalogue } = useCatalogue();
  return useMemo(
    () =>
      new Set(
        tiles.flatMap(({ question: { metrics } }) => {
          const [first = [], ...others] = metrics.map((id) => catalogue?.metric(id)?.dimensions ?? []);
          return first.filter((id) => others.every((dimensions) => dimensions.includes(id)));
        }),
      ),
    [tiles, catalogue],
  );
}

/** Whether some tile can be counted in either way, and whether one says in which. */
function useHours({ spec: { tiles } }: Dashboard) {
  const { data: catalogue } = useCatalogue();
  return {
    offered: tiles.some(({ question: { metrics } }) => countsBothWays(metrics.flatMap((id) => catalogue?.metric(id) ?? []))),
    tilesSay: tiles.some(({ question: { calendar } }) => calendar !== undefined),
  };
}

function Shown({ dashboard }: { dashboard: Dashboard }) {
  const { edit } = route.useSearch();
  const [view, change] = useView();
  const usable = useUsable(dashboard);
  const hours = useHours(dashboard);
  const wall = useWall();
  const { spec, isMine } = dashboard;
  const isEditing = edit === true && isMine;
  useFirstInsight();
  const comparesPeople = spec.tiles.some(({ question: { dimensions = [] } }) => dimensions.includes('agent'));
  const chosen = chosenCategory(view.filters);
  const advice = dashboard.id === ABOUT_ISSUES && (
    <div className={classes['advice']}>
      <WhatToDo chosen={chosen} context={view} />
    </div>
  );
  if (wall) return <DashboardWall dashboard={dashboard} view={view} />;
  if (isEditing)
    return (
      <Suspense fallback={<BlockSkeleton height={480} />}>
        <Editor key={dashboard.id} dashboard={dashboard} view={view} onLeave={() => change({ edit: undefined })} />
      </Suspense>
    );
  return (
    <>
      <SectionTitle
        order={1}
        title={spec.title}
        sentence={spec.description}
        actions={<HeadActions dashboard={dashboard} view={view} onEdit={() => change({ edit: true })} />}
      />
      <div className={classes['tools']}>
        <DashboardFilters
          view={view}
          usable={usable}
          onChange={(filters) => change({ filters: filters.length > 0 ? filters : undefined })}
        />
        <div className={classes['ways']}>
          {hours.offered && <Hours value={view.calendar} tilesSay={hours.tilesSay} onChange={(calendar) => change({ calendar })} />}
          <Compare value={view.compare} onChange={(compare) => change({ compare })} />
        </div>
      </div>
      {comparesPeople && <p className={classes['fair']}>{messages.fair}</p>}
      {chosen !== null && advice}
      {spec.tiles.length === 0 ? (
        <EmptyState title={messages.empty}>{isMine ? messages.emptyHint : messages.notMine}</EmptyState>
      ) : (
        <TileGrid tiles={spec.tiles} view={view} />
      )}
      {chosen === null && advice}
    </>
  );
}

export function DashboardPage() {
  const { dashboardId } = route.useParams();
  const { data, error, refetch } = useDashboard(dashboardId);
  return (
    <div className={classes['page']}>
      {error && !data && <ErrorState error={error} retry={() => void refetch()} />}
      {!data && !error && <BlockSkeleton height={480} />}
      {data && <Shown dashboard={data} />}
    </div>
  );
}
