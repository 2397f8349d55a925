/** Effects as bars to both sides of none, each with where it lies with 95 % certainty; what may as well be none is pale. */
import { formatNumber } from '../../ui/index.ts';
import type { Shown } from './driver-words.ts';
import classes from './feedback.module.css';

/** To both sides of none there is room, so that it is seen. */
const LEAST = 0.05;

/** `+0.21`, with a true minus. */
export const signed = (value: number): string => (value > 0 ? `+${formatNumber(value, 2)}` : formatNumber(value, 2));

export function EffectBars({ effects, label }: { effects: readonly Shown[]; label: string }) {
  const [least, most] = [Math.min(-LEAST, ...effects.map(({ low }) => low)), Math.max(LEAST, ...effects.map(({ high }) => high))];
  const place = (value: number) => (100 * (value - least)) / (most - least);
  return (
    <ul className={classes['effects']} aria-label={label}>
      {effects.map(({ id, label: name, effect, low, high, inWords, isSure }) => (
        <li key={id} data-unsure={!isSure || undefined}>
          <span className={classes['driver']} title={name}>
            {name}
          </span>
          <span className={classes['track']} aria-hidden="true">
            <span className={classes['zero']} style={{ left: `${place(0)}%` }} />
            <span
              className={classes['effect']}
              data-sign={effect < 0 ? 'down' : 'up'}
              style={{ left: `${place(Math.min(0, effect))}%`, width: `${Math.abs(place(effect) - place(0))}%` }}
            />
            <span className={classes['whisker']} style={{ left: `${place(low)}%`, width: `${place(high) - place(low)}%` }} />
          </span>
          <span className={classes['amount']}>{signed(effect)}</span>
          <span className={classes['inWords']}>{inWords}</span>
        </li>
      ))}
    </ul>
  );
}
