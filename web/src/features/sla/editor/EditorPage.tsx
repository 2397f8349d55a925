/** The page around an editor: the way back, what it is, whether one may change it, and retiring it. */
import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { SectionTitle } from '../../../ui/index.ts';
import page from '../page.module.css';

interface EditorPageProps {
  to: '/sla/policies' | '/sla/calendars';
  back: string;
  title: string;
  sentence?: string | undefined;
  /** Said to who may only read. */
  readOnly?: string | undefined;
  retire?: { button: string; onClick: () => void } | undefined;
  children: ReactNode;
}

export function EditorPage({ to, back, title, sentence, readOnly, retire, children }: EditorPageProps) {
  return (
    <div className={page['page']}>
      <Link to={to} className={page['back']}>
        {back}
      </Link>
      <SectionTitle
        order={1}
        title={title}
        sentence={sentence}
        actions={
          retire && (
            <Button size="xs" variant="default" onClick={retire.onClick}>
              {retire.button}
            </Button>
          )
        }
      />
      {readOnly && <p className={page['notice']}>{readOnly}</p>}
      {children}
    </div>
  );
}
