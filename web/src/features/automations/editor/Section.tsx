/** A part of the editor: what it is about, what that means, and what is wrong with it as a whole. Its fields are locked for who may not change them. */
import type { ReactNode } from 'react';
import editor from '../../../drafts/editor.module.css';
import { Fault } from '../../../drafts/index.ts';
import { Panel } from '../../../ui/index.ts';
import { useForm } from './form.ts';

interface SectionProps {
  title: string;
  text: string;
  fault?: string | undefined;
  children: ReactNode;
}

export function Section({ title, text, fault, children }: SectionProps) {
  const { mayWrite } = useForm();
  return (
    <Panel title={title}>
      <p className={editor['text']}>{text}</p>
      <Fault isWhole>{fault}</Fault>
      <fieldset className={editor['locked']} disabled={!mayWrite}>
        {children}
      </fieldset>
    </Panel>
  );
}
