/** A text for programs: unfolds, scrolls by itself, and is copied at a click. */
import { ScrollRegion } from '../ui/index.ts';
import { CopyButton } from './CopyButton.tsx';
import classes from './explain.module.css';

export function CodeBlock({ title, text, note }: { title: string; text: string; note?: string }) {
  return (
    <details className={classes['code']}>
      <summary>{title}</summary>
      <div className={classes['codeBar']}>
        {note && <span className={classes['quiet']}>{note}</span>}
        <CopyButton what={title} text={() => text} />
      </div>
      <ScrollRegion label={title} className={classes['codeText']}>
        <pre>{text}</pre>
      </ScrollRegion>
    </details>
  );
}
