/** A part of the sentence: its word, and what it says; what is wrong with it as a whole stands below. */
import type { ReactNode } from 'react';
import { Fault } from '../../../drafts/index.ts';
import classes from './rules.module.css';

export function Part({ word, fault, children }: { word: string; fault?: string | undefined; children: ReactNode }) {
  return (
    <section className={classes['part']} aria-label={word}>
      <b className={classes['word']} aria-hidden="true">
        {word}
      </b>
      <div className={classes['says']}>
        {children}
        <Fault isWhole>{fault}</Fault>
      </div>
    </section>
  );
}

/** Words between fields. */
export const Words = ({ children }: { children: ReactNode }) => <span className={classes['words']}>{children}</span>;

/** Fields and words on one line, as far as there is room. */
export const Line = ({ children }: { children: ReactNode }) => <div className={classes['line']}>{children}</div>;
