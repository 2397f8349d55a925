/** The overview: what is on fire, in words; then how the period went, in numbers; then its course, in charts. */
import { useWall } from '../../period/viewing.ts';
import { ErrorState } from '../../ui/index.ts';
import { Fire } from './Fire.tsx';
import { Freshness } from './Freshness.tsx';
import { NothingHere } from './NothingHere.tsx';
import classes from './overview.module.css';
import { OverviewCharts } from './OverviewCharts.tsx';
import { OverviewSkeleton } from './OverviewSkeleton.tsx';
import { OverviewWall } from './OverviewWall.tsx';
import { Tiles } from './Tiles.tsx';
import { useOverview } from './use-overview.ts';

export function OverviewPage() {
  const { data, error, refetch, isPlaceholderData } = useOverview();
  const wall = useWall();
  if (!data) return error ? <ErrorState error={error} retry={() => void refetch()} /> : <OverviewSkeleton />;
  if (wall) return <OverviewWall overview={data} />;
  return (
    <div className={classes['page']} aria-busy={isPlaceholderData} data-old={isPlaceholderData || undefined}>
      <Fire now={data.now} />
      <Freshness overview={data} />
      <NothingHere overview={data} />
      <Tiles overview={data} />
      <OverviewCharts overview={data} />
    </div>
  );
}
