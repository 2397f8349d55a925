/** A part of the editor: what it is about, what that means, and what is wrong with it as a whole. */
import type { ReactNode } from 'react';
import { Panel } from '../../../ui/index.ts';
import classes from './policies.module.css';

interface SectionProps {
  title: string;
  text: string;
  fault?: string | undefined;
  children: ReactNode;
}

export function Section({ title, text, fault, children }: SectionProps) {
  return (
    <Panel title={title}>
      <p className={classes['text']}>{text}</p>
      {fault && <p className={classes['fault']}>{fault}</p>}
      {children}
    </Panel>
  );
}
