/** The queue before its first answer, at the size it will have. */
import { BlockSkeleton, RowsSkeleton, TextSkeleton } from '../../ui/index.ts';
import column from './column.module.css';
import people from './people.module.css';
import classes from './queue.module.css';

export function QueueSkeleton() {
  return (
    <div className={classes['page']} aria-busy="true">
      <div className={classes['top']}>
        <TextSkeleton lines={1} />
        <BlockSkeleton height={58} />
      </div>
      <div className={classes['board']}>
        {[0, 1, 2].map((index) => (
          <div key={index} className={column['column']}>
            <RowsSkeleton rows={7} height={66} />
          </div>
        ))}
      </div>
      <div className={people['panel']}>
        <RowsSkeleton rows={7} height={66} />
      </div>
    </div>
  );
}
