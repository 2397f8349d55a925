/** A part of the editor: what it is about, what that means, and what is wrong with it as a whole. */
import type { ReactNode } from 'react';
import { Panel } from '../../../ui/index.ts';
import editor from '../../../drafts/editor.module.css';
import { Fault } from '../../../drafts/index.ts';
import { useForm } from './form.ts';

interface SectionProps {
  title: string;
  text: string;
  fault?: string | undefined;
  /** It unfolds and folds also for who may only read: it locks its fields itself. */
  isOpen?: boolean;
  children: ReactNode;
}

/** Its fields are locked for who may not change them. */
export function Fields({ children }: { children: ReactNode }) {
  const { mayWrite } = useForm();
  return (
    <fieldset className={editor['locked']} disabled={!mayWrite}>
      {children}
    </fieldset>
  );
}

export function Section({ title, text, fault, isOpen = false, children }: SectionProps) {
  return (
    <Panel title={title}>
      <p className={editor['text']}>{text}</p>
      <Fault isWhole>{fault}</Fault>
      {isOpen ? children : <Fields>{children}</Fields>}
    </Panel>
  );
}
