/** What is read from afar: one number with its name, and what is said of it. */
import type { CSSProperties, ReactNode } from 'react';
import classes from './Wall.module.css';

interface WallFactProps {
  label: string;
  children: ReactNode;
  more?: ReactNode;
  tone?: 'calm' | 'good' | 'warning' | 'bad';
  /** How many letters it may have, where it is not plain text. */
  letters?: number;
}

/** One number with its name, as large as the room and the number's length allow. */
export function WallFact({
  label,
  children,
  more,
  tone = 'calm',
  letters = typeof children === 'string' ? children.length : 6,
}: WallFactProps) {
  return (
    <dl className={classes['fact']} data-tone={tone} style={{ '--letters': Math.max(3, letters) } as CSSProperties}>
      <dt>{label}</dt>
      <dd>{children}</dd>
      <dd className={classes['small']}>{more}</dd>
    </dl>
  );
}
