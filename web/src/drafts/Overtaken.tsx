/** Somebody else has saved while one was typing: which of the two is gone on with. */
import { Button } from '@mantine/core';
import { messages } from './messages.ts';
import type { Draft } from './use-draft.ts';
import classes from './drafts.module.css';

export function Overtaken({ newer, take, keep }: Pick<Draft<unknown>, 'newer' | 'take' | 'keep'>) {
  if (newer === null) return null;
  return (
    <div className={classes['overtaken']} role="alert">
      <p>{messages.overtaken(newer)}</p>
      <Button size="xs" variant="default" onClick={take}>
        {messages.take(newer)}
      </Button>
      <Button size="xs" variant="default" onClick={keep}>
        {messages.keepMine}
      </Button>
    </div>
  );
}
