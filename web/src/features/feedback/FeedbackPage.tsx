/** Feedback: how satisfied customers are, whom to call back first, what goes along with satisfaction, and who answers at all. */
import { useMemo } from 'react';
import { usePeriod, useTimeZone } from '../../period/viewing.ts';
import { TileGrid, type View } from '../../tiles/index.ts';
import { BlockSkeleton, ErrorState, SectionTitle } from '../../ui/index.ts';
import { Bands } from './Bands.tsx';
import { Drivers } from './Drivers.tsx';
import classes from './feedback.module.css';
import { FollowUps } from './FollowUps.tsx';
import { messages } from './messages.ts';
import { useDrivers, useFeedbackTiles, useFollowUps } from './use-feedback.ts';
import { WhoAnswers } from './WhoAnswers.tsx';

function useView(): View {
  const period = usePeriod();
  const timeZone = useTimeZone();
  return useMemo(() => ({ period, timeZone, filters: [], compare: undefined }), [period, timeZone]);
}

/** The first row of the dashboard stands above everything, and what follows it below. */
function useTiles() {
  const { data } = useFeedbackTiles();
  return useMemo(() => {
    const tiles = data?.spec.tiles ?? [];
    const first = tiles.filter(({ layout }) => layout.y === 0);
    const height = Math.max(0, ...first.map(({ layout }) => layout.h));
    const rest = tiles
      .filter((tile) => !first.includes(tile))
      .map((tile) => ({ ...tile, layout: { ...tile.layout, y: tile.layout.y - height } }));
    return { first, rest };
  }, [data]);
}

export function FeedbackPage() {
  const view = useView();
  const { first, rest } = useTiles();
  const followUps = useFollowUps();
  const drivers = useDrivers();
  const counts = followUps.data?.counts;
  return (
    <div className={classes['page']}>
      <SectionTitle
        order={1}
        title={counts ? messages.headline(counts.open, counts.overdue, followUps.data?.answers.length ?? 0) : messages.title}
        sentence={counts && counts.open + counts.overdue > 0 ? messages.headlineMore : undefined}
      />
      <TileGrid tiles={first} view={view} />
      {followUps.error && !followUps.data && <ErrorState error={followUps.error} retry={() => void followUps.refetch()} />}
      {!followUps.data && !followUps.error && <BlockSkeleton height={240} />}
      {followUps.data && <FollowUps followUps={followUps.data} />}
      {drivers.error && !drivers.data && <ErrorState error={drivers.error} retry={() => void drivers.refetch()} />}
      {!drivers.data && !drivers.error && <BlockSkeleton height={320} />}
      {drivers.data && (
        <>
          <Drivers drivers={drivers.data} />
          <Bands drivers={drivers.data} />
        </>
      )}
      <WhoAnswers view={view} />
      <section aria-label={messages.more}>
        <h2 className={classes['heading']}>{messages.more}</h2>
        <TileGrid tiles={rest} view={view} />
      </section>
    </div>
  );
}
