/** The overview before its first answer, at the size it will have. */
import { BlockSkeleton, RowsSkeleton, TextSkeleton } from '../../ui/index.ts';
import classes from './overview.module.css';

export function OverviewSkeleton() {
  return (
    <div className={classes['page']} aria-busy="true">
      <TextSkeleton lines={1} />
      <RowsSkeleton rows={4} height={44} />
      <BlockSkeleton height={300} />
      <BlockSkeleton height={320} />
    </div>
  );
}
