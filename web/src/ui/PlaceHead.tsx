/** What a place is called and for, and what can be done in it. */
import type { ReactNode } from 'react';
import classes from './place.module.css';

interface PlaceHeadProps {
  title: ReactNode;
  /** In a paragraph, or in as many as it brings itself. */
  text: ReactNode;
  children?: ReactNode;
}

export const PlaceHead = ({ title, text, children }: PlaceHeadProps) => (
  <div className={classes['head']}>
    <div className={classes['said']}>
      <h1>{title}</h1>
      {typeof text === 'string' ? <p>{text}</p> : text}
    </div>
    {children}
  </div>
);
