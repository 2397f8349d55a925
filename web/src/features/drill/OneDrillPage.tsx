/** One drill, by its address. */
import { IconTarget } from '@tabler/icons-react';
import { Link, useParams } from '@tanstack/react-router';
import { useMayAct } from '../../incidents/index.ts';
import { BlockSkeleton, EmptyState, ErrorState, problemOf } from '../../ui/index.ts';
import classes from './drill.module.css';
import { words } from './messages.ts';
import { Room } from './Room.tsx';
import { ScoreCard } from './ScoreCard.tsx';
import { useDrill, useDrills } from './use-drills.ts';

export function OneDrillPage() {
  const { drillId } = useParams({ strict: false });
  const { data: drill, error, refetch } = useDrill(drillId ?? '');
  const { data: list } = useDrills();
  const mayAct = useMayAct();
  const mayStart = list?.mayStart ?? false;
  return (
    <div className={classes['page']}>
      {error && !drill && problemOf(error).status === 404 && (
        <EmptyState icon={IconTarget} title={words.unknown} action={<Link to="/incidents/drill">{words.ended.back}</Link>}>
          {words.unknownText}
        </EmptyState>
      )}
      {error && !drill && problemOf(error).status !== 404 && <ErrorState error={error} retry={() => void refetch()} />}
      {!drill && !error && <BlockSkeleton height={320} />}
      {drill && drill.endedAt === null && <Room drill={drill} mayStop={mayStart} mayAct={mayAct} />}
      {drill && drill.endedAt !== null && <ScoreCard drill={drill} mayClear={mayStart} />}
    </div>
  );
}
