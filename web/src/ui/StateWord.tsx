/** How something stands, in a word and the colour of its state; without a tone it is neither good nor bad. */
import type { ReactNode } from 'react';
import classes from './place.module.css';

export type StateTone = 'good' | 'bad' | 'warning' | 'info' | 'paused' | 'idle';

export const StateWord = ({ tone, children }: { tone?: StateTone | undefined; children: ReactNode }) => (
  <span className={classes['state']} data-tone={tone}>
    {children}
  </span>
);
