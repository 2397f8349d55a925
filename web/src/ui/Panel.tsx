/** A card: one hairline border, a title that is its subject, and the sentence that says what it shows. */
import type { ReactNode } from 'react';
import { useId } from 'react';
import classes from './Panel.module.css';

interface SectionTitleProps {
  title: ReactNode;
  /** What it shows, in one sentence. */
  sentence?: ReactNode;
  actions?: ReactNode;
  order?: 1 | 2 | 3;
  id?: string;
}

/** A heading with its sentence on the same line where there is room. */
export function SectionTitle({ title, sentence, actions, order = 2, id }: SectionTitleProps) {
  const Heading = `h${order}` as const;
  return (
    <div className={classes['head']} data-order={order}>
      <Heading className={classes['title']} id={id}>
        {title}
      </Heading>
      {sentence && <p className={classes['sentence']}>{sentence}</p>}
      {actions && <div className={classes['actions']}>{actions}</div>}
    </div>
  );
}

interface PanelProps extends SectionTitleProps {
  children: ReactNode;
  /** No space around the content, for lists and tables that run to the edge. */
  flush?: boolean;
  className?: string;
}

export function Panel({ children, flush = false, className, ...heading }: PanelProps) {
  const id = useId();
  return (
    <section className={`${classes['panel']} ${className ?? ''}`} aria-labelledby={id}>
      <SectionTitle {...heading} id={id} />
      <div className={flush ? classes['flush'] : classes['body']}>{children}</div>
    </section>
  );
}
