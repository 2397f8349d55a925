/** Drills: the one that runs, or a new one; and those that were. */
import { IconTarget } from '@tabler/icons-react';
import { useState } from 'react';
import { useMayAct } from '../../incidents/index.ts';
import { BlockSkeleton, EmptyState, ErrorState, PlaceHead } from '../../ui/index.ts';
import classes from './drill.module.css';
import { words } from './messages.ts';
import { PastDrills } from './PastDrills.tsx';
import { Room } from './Room.tsx';
import { ScoreCard } from './ScoreCard.tsx';
import { StartForm } from './StartForm.tsx';
import { useDrill, useDrills } from './use-drills.ts';

/** One that runs, and its score once it has ended before the eyes of whoever watches. */
function Watched({ id, mayStart, onLeave }: { id: string; mayStart: boolean; onLeave: () => void }) {
  const { data: drill, error, refetch } = useDrill(id);
  const mayAct = useMayAct();
  if (error && !drill) return <ErrorState error={error} retry={() => void refetch()} />;
  if (!drill) return <BlockSkeleton height={320} />;
  return drill.endedAt === null ? (
    <Room drill={drill} mayStop={mayStart} mayAct={mayAct} />
  ) : (
    <ScoreCard drill={drill} mayClear={mayStart} onLeave={onLeave} />
  );
}

export function DrillPage() {
  const { data, error, refetch } = useDrills();
  const [watched, setWatched] = useState<string | null>(null);
  const running = data?.drills.find(({ endedAt }) => endedAt === null)?.id ?? null;
  // It stays in sight when it ends, until the page is left.
  if (running !== null && running !== watched) setWatched(running);
  const past = data?.drills.filter(({ endedAt }) => endedAt !== null) ?? [];
  return (
    <div className={classes['page']}>
      {watched === null && <PlaceHead title={words.title} text={words.sentence} />}
      {error && !data && <ErrorState error={error} retry={() => void refetch()} />}
      {!data && !error && <BlockSkeleton height={320} />}
      {data && watched !== null && <Watched id={watched} mayStart={data.mayStart} onLeave={() => setWatched(null)} />}
      {data && running === null && watched === null && <Beginning isDemonstration={data.isDemonstration} mayStart={data.mayStart} />}
      {data && watched === null && (past.length > 0 || (data.isDemonstration && data.mayStart)) && <PastDrills drills={past} />}
    </div>
  );
}

/** Whoever may not start one sees why. */
function Beginning({ isDemonstration, mayStart }: { isDemonstration: boolean; mayStart: boolean }) {
  if (isDemonstration && mayStart) return <StartForm />;
  const { title, text } = isDemonstration ? words.follower : words.elsewhere;
  return (
    <EmptyState icon={IconTarget} title={title}>
      {text}
    </EmptyState>
  );
}
