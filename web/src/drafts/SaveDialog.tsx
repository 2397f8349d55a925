/** Before a version is saved: everything that it changes, before and after, and what that means for what goes on. */
import { Button, Modal } from '@mantine/core';
import { ErrorState } from '../ui/index.ts';
import type { Change } from './changes.ts';
import classes from './editor.module.css';
import { messages } from './editor-messages.ts';
import { Overtaken } from './Overtaken.tsx';
import type { Draft } from './use-draft.ts';

const words = messages.save;

export interface Saving {
  /** The title, the meaning and the button for what is made anew. */
  words: { title: string; text: string; confirm: string };
  /** What becomes of what goes on under the version before. */
  running: string;
  /** What else is to be known before it is saved. */
  note?: string;
  isPending: boolean;
  error: unknown;
  run: () => void;
  /** Forgets the error. */
  reset: () => void;
}

interface SaveDialogProps extends Saving {
  isNew: boolean;
  /** A version that was saved meanwhile is chosen about before anything is saved. */
  own: Pick<Draft<unknown>, 'newer' | 'take' | 'keep'>;
  /** The version that the draft began from. */
  base: number;
  changes: readonly Change[];
  onClose: () => void;
}

export function SaveDialog({ isNew, own, base, changes, words: named, running, note, isPending, error, run, onClose }: SaveDialogProps) {
  return (
    <Modal opened onClose={onClose} title={isNew ? named.title : words.title} size="lg">
      <p className={classes['said']}>
        {isNew ? named.text : running} {note}
      </p>
      {changes.length > 0 && (
        <table className={classes['changes']} aria-label={words.changes}>
          <thead>
            <tr>
              {[words.what, words.before, words.after].map((name) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {changes.map(({ what, before, after }) => (
              <tr key={what}>
                <th scope="row">{what}</th>
                <td>{before && <s>{before}</s>}</td>
                <td>{after && <b>{after}</b>}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <Overtaken {...own} />
      {error !== null && own.newer === null && <ErrorState error={error} compact />}
      <div className={classes['buttons']}>
        <Button variant="default" onClick={onClose}>
          {words.cancel}
        </Button>
        <Button loading={isPending} disabled={own.newer !== null} onClick={run}>
          {isNew ? named.confirm : words.confirm(base + 1)}
        </Button>
      </div>
    </Modal>
  );
}
