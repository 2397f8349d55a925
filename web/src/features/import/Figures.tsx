/** Some counts side by side, each under its name. */
import { formatCount } from '../../ui/index.ts';
import classes from './import.module.css';

export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly hint?: string;
  readonly tone?: 'bad' | 'warning';
}

export const Figures = ({ figures }: { figures: readonly Figure[] }) => (
  <dl className={classes['figures']}>
    {figures.map(({ name, value, hint, tone }) => (
      <div key={name} data-tone={value > 0 ? tone : undefined}>
        <dt>{name}</dt>
        <dd>
          {formatCount(value)}
          {hint && <span className={classes['quiet']}>{hint}</span>}
        </dd>
      </div>
    ))}
  </dl>
);
