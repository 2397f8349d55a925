/** Before a version is saved: everything that it changes, before and after. */
import { Button, Modal } from '@mantine/core';
import type { PolicySpec } from '../../../api/client.ts';
import { ErrorState } from '../../../ui/index.ts';
import { useSavePolicy } from '../use-rules.ts';
import { messages } from './messages.ts';
import classes from './policies.module.css';
import { changesBetween, type Names } from './policy-words.ts';

const words = messages.save;

interface SaveDialogProps {
  id: string | null;
  before: PolicySpec | null;
  draft: PolicySpec;
  /** The version that the draft began from. */
  base: number;
  names: Names;
  onClose: () => void;
  onSaved: (id: string, version: number) => void;
}

export function SaveDialog({ id, before, draft, base, names, onClose, onSaved }: SaveDialogProps) {
  const save = useSavePolicy((saved) => onSaved(saved.id, saved.version));
  const changes = before ? changesBetween(before, draft, names) : [];
  return (
    <Modal opened onClose={onClose} title={id === null ? words.titleNew : words.title} size="lg">
      <p className={classes['text']}>{words.text}</p>
      {changes.length > 0 && (
        <table className={classes['plain']}>
          <tbody>
            {changes.map(({ what, before: was, after }) => (
              <tr key={what}>
                <th scope="row">{what}</th>
                <td>
                  <s>{was}</s>
                </td>
                <td>
                  <b>{after}</b>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {save.error && <ErrorState error={save.error} compact />}
      <div className={classes['buttons']}>
        <Button variant="default" onClick={onClose}>
          {words.cancel}
        </Button>
        <Button loading={save.isPending} onClick={() => save.mutate({ id, spec: draft, baseVersion: base })}>
          {id === null ? words.confirmNew : words.confirm(base + 1)}
        </Button>
      </div>
    </Modal>
  );
}
