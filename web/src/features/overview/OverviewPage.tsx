/** The overview: what is on fire, in words; then how the period went for whoever looks, in numbers; then its course, in charts. */
import { FirstStepsPage, FirstStepsStrip, useIsEmpty } from '../../first-steps/index.ts';
import { useCatalogue } from '../../numbers/index.ts';
import { useWall } from '../../period/viewing.ts';
import { useSession } from '../../session/session.ts';
import { BlockSkeleton, ErrorState } from '../../ui/index.ts';
import { Charts } from './Charts.tsx';
import { Figures } from './Figures.tsx';
import { Fire } from './Fire.tsx';
import { Freshness } from './Freshness.tsx';
import { NothingHere } from './NothingHere.tsx';
import classes from './overview.module.css';
import { OverviewSkeleton } from './OverviewSkeleton.tsx';
import { OverviewWall } from './OverviewWall.tsx';
import { OwnAndTeam } from './OwnAndTeam.tsx';
import { useFigures, useNow, useRoleView } from './use-overview.ts';

export function OverviewPage() {
  const { data: now, error, refetch } = useNow();
  const { person } = useSession();
  const { view, context } = useRoleView();
  const figures = useFigures(view, context);
  const { data: catalogue } = useCatalogue();
  const wall = useWall();
  const isEmpty = useIsEmpty();
  if (isEmpty && !wall) return <FirstStepsPage />;
  if (!now) return error ? <ErrorState error={error} retry={() => void refetch()} /> : <OverviewSkeleton />;
  const { data: answer } = figures;
  if (wall) return <OverviewWall now={now} answer={answer} error={figures.error} />;
  return (
    <div className={classes['page']} aria-busy={figures.isPlaceholderData} data-old={figures.isPlaceholderData || undefined}>
      <FirstStepsStrip />
      <Fire now={now} />
      {figures.error && !answer && <ErrorState error={figures.error} retry={() => void figures.refetch()} compact />}
      {!answer && !figures.error && <BlockSkeleton height={220} />}
      {answer && catalogue && (
        <>
          <Freshness answer={answer} />
          <NothingHere answer={answer} />
          <Figures view={view} answer={answer} question={figures.question} catalogue={catalogue} />
          {view.isOwn && <OwnAndTeam view={view} own={answer} question={figures.question} catalogue={catalogue} />}
        </>
      )}
      <Charts view={view} context={context} showsTrends={person.role !== 'agent'} />
    </div>
  );
}
