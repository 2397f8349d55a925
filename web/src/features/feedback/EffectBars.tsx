/** Effects as bars to both sides of none, each with where it lies with 95 % certainty; what may as well be none is pale. */
import { formatNumber } from '../../ui/index.ts';
import type { Shown } from './driver-words.ts';
import classes from './feedback.module.css';
import { messages } from './messages.ts';

const words = messages.drivers;

/** `+0.21`, with a true minus. */
export const signed = (value: number): string => (value > 0 ? `+${formatNumber(value, 2)}` : formatNumber(value, 2));

export function EffectBars({ effects, label }: { effects: readonly Shown[]; label: string }) {
  const most = Math.max(0.05, ...effects.flatMap(({ low, high }) => [Math.abs(low), Math.abs(high)]));
  const place = (value: number) => 50 + (50 * value) / most;
  return (
    <ul className={classes['effects']} aria-label={label}>
      {effects.map(({ id, label: name, effect, low, high, inWords, isSure }) => (
        <li key={id} data-unsure={!isSure || undefined}>
          <span className={classes['driver']} title={name}>
            {name}
          </span>
          <span className={classes['track']} aria-hidden="true">
            <span className={classes['zero']} />
            <span
              className={classes['effect']}
              data-sign={effect < 0 ? 'down' : 'up'}
              style={{ left: `${Math.min(50, place(effect))}%`, width: `${Math.abs(place(effect) - 50)}%` }}
            />
            <span className={classes['whisker']} style={{ left: `${place(low)}%`, width: `${place(high) - place(low)}%` }} />
          </span>
          <span className={classes['amount']}>{signed(effect)}</span>
          <span className={classes['inWords']}>
            {inWords}
            {!isSure && ` ${words.unsure}`}
          </span>
        </li>
      ))}
    </ul>
  );
}
