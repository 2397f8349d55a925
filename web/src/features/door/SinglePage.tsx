/** A page at the door that is about one thing. */
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import classes from './door.module.css';
import { Brand } from './Pitch.tsx';
import { useTitle } from './use-title.ts';

interface SinglePageProps {
  title: string;
  text?: ReactNode;
  children?: ReactNode;
}

export function SinglePage({ title, text, children }: SinglePageProps) {
  useTitle(title);
  return (
    <main className={classes['single']}>
      <Link to="/sign-in" className={classes['home']}>
        <Brand />
      </Link>
      <section className={classes['card']}>
        <h1 className={classes['title']}>{title}</h1>
        {text && <p className={classes['text']}>{text}</p>}
        {children}
      </section>
    </main>
  );
}
