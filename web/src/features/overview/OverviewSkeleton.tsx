/** The overview before its first answer, at the size it will have. */
import { BlockSkeleton, RowsSkeleton, TextSkeleton } from '../../ui/index.ts';
import classes from './overview.module.css';

export function OverviewSkeleton() {
  return (
    <div className={classes['page']} aria-busy="true">
      <TextSkeleton lines={1} />
      <div className={classes['rows']}>
        <RowsSkeleton rows={4} height={44} />
      </div>
      <div className={classes['cards']}>
        {Array.from({ length: 7 }, (_, card) => (
          <BlockSkeleton key={card} height={124} />
        ))}
      </div>
      <BlockSkeleton height={320} />
    </div>
  );
}
