/** Shares of a whole as bars from zero, with the count and the share in words beside them. */
import { formatCount, formatShare, NONE } from '../ui/index.ts';
import classes from './Bars.module.css';
import { messages } from './messages.ts';

export interface Bar {
  value: string;
  label: string;
  count: number;
  /** A colour that means something for this entry; calm blue otherwise. */
  colour?: string | undefined;
}

export function Bars({ bars, label }: { bars: readonly Bar[]; label: string }) {
  const total = bars.reduce((sum, { count }) => sum + count, 0);
  const most = Math.max(1, ...bars.map(({ count }) => count));
  if (total === 0) return <p className={classes['nothing']}>{messages.nothing}</p>;
  return (
    <ul className={classes['bars']} aria-label={label}>
      {bars.map(({ value, label: name, count, colour }) => (
        <li key={value}>
          <span className={classes['name']} title={name}>
            {name}
          </span>
          <span className={classes['track']} aria-hidden="true">
            <span
              className={classes['bar']}
              style={{ width: `${(100 * count) / most}%`, minWidth: count > 0 ? 2 : 0, background: colour }}
            />
          </span>
          <span className={classes['count']}>{formatCount(count)}</span>
          <span className={classes['share']}>{total === 0 ? NONE : formatShare(count / total)}</span>
        </li>
      ))}
    </ul>
  );
}
