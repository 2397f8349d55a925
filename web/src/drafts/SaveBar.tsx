/** What is not saved yet, how much of it is to be mended first, and the buttons. */
import { Button } from '@mantine/core';
import classes from './editor.module.css';
import { messages } from './editor-messages.ts';

const words = messages.save;

interface SaveBarProps {
  isNew: boolean;
  create: string;
  changes: number;
  faults: number;
  /** Saving has to wait for an answer, or for a choice between two versions. */
  mustWait: boolean;
  onDiscard: () => void;
  onSave: () => void;
}

export function SaveBar({ isNew, create, changes, faults, mustWait, onDiscard, onSave }: SaveBarProps) {
  return (
    <div className={classes['savebar']}>
      <span className={classes['hint']} data-bad role="status">
        {faults > 0 && messages.faults(faults)}
      </span>
      <span className={classes['hint']}>{!isNew && (changes > 0 ? words.unsaved(changes) : words.nothing)}</span>
      <Button size="xs" variant="default" disabled={changes === 0} onClick={onDiscard}>
        {words.discard}
      </Button>
      <Button size="xs" disabled={mustWait || (!isNew && changes === 0)} onClick={onSave}>
        {isNew ? create : words.button}
      </Button>
    </div>
  );
}
