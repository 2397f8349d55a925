/** What a page of the place has to say, in one line, and in a sentence what that is. */
import { IconCircleCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './sla.module.css';

export function Headline({ title, isWell = false, children }: { title: string; isWell?: boolean; children: ReactNode }) {
  return (
    <header className={classes['head']}>
      <h1>
        {isWell && <IconCircleCheck size={22} stroke={1.8} className={classes['well']} aria-hidden="true" />}
        {title}
      </h1>
      <p>{children}</p>
    </header>
  );
}
