/** What this is, in one line and three promises, beside the ways in. */
import type { ReactNode } from 'react';
import classes from './door.module.css';
import { messages } from './messages.ts';

interface PitchProps {
  line?: string;
  facts?: readonly { readonly title: string; readonly text: string }[];
  heading?: ReactNode;
  isNumbered?: boolean;
}

export function Pitch({ line = messages.line, facts = messages.promises, heading, isNumbered = false }: PitchProps) {
  return (
    <section className={classes['pitch']}>
      <Brand isHeading={heading === undefined} />
      {heading}
      <p className={classes['line']}>{line}</p>
      <dl className={classes['promises']} data-numbered={isNumbered || undefined}>
        {facts.map(({ title, text }) => (
          <div key={title}>
            <dt>{title}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

export function Brand({ isHeading = false }: { isHeading?: boolean }) {
  const Name = isHeading ? 'h1' : 'span';
  return (
    <div className={classes['brand']} data-large={isHeading || undefined}>
      <img src="/mark.svg" alt="" width={isHeading ? 44 : 32} height={isHeading ? 44 : 32} />
      <Name className={classes['product']}>{messages.product}</Name>
    </div>
  );
}
