/** Before a version is saved: everything that it changes, before and after, and what that means for clocks. */
import { Button, Modal } from '@mantine/core';
import { ErrorState } from '../../../ui/index.ts';
import dialogs from '../dialogs.module.css';
import type { Change } from './changes.ts';
import { messages } from './messages.ts';

const words = messages.save;

export interface Saving {
  /** The title and the button for what is made anew. */
  words: { title: string; confirm: string };
  /** What else is to be known before it is saved. */
  note?: string;
  isPending: boolean;
  error: unknown;
  run: () => void;
}

interface SaveDialogProps extends Saving {
  isNew: boolean;
  /** The version that the draft began from. */
  base: number;
  changes: readonly Change[];
  onClose: () => void;
}

export function SaveDialog({ isNew, base, changes, words: own, note, isPending, error, run, onClose }: SaveDialogProps) {
  return (
    <Modal opened onClose={onClose} title={isNew ? own.title : words.title} size="lg">
      <p className={dialogs['text']}>
        {words.running} {note}
      </p>
      {changes.length > 0 && (
        <table className={dialogs['changes']} aria-label={words.changes}>
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
      {error !== null && <ErrorState error={error} compact />}
      <div className={dialogs['buttons']}>
        <Button variant="default" onClick={onClose}>
          {words.cancel}
        </Button>
        <Button loading={isPending} onClick={run}>
          {isNew ? own.confirm : words.confirm(base + 1)}
        </Button>
      </div>
    </Modal>
  );
}
