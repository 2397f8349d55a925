/** Asks once more before a policy or a calendar is retired, and says what that means. */
import { Button, Modal } from '@mantine/core';
import { ErrorState } from '../../ui/index.ts';
import { messages } from './apply-messages.ts';
import classes from './dialogs.module.css';
import { useRetire, type Kind } from './use-rules.ts';

interface RetireDialogProps {
  kind: Kind;
  id: string;
  words: { title: string; text: string; confirm: string };
  onClose: () => void;
  onRetired: () => void;
}

export function RetireDialog({ kind, id, words, onClose, onRetired }: RetireDialogProps) {
  const retire = useRetire(kind, onRetired);
  return (
    <Modal opened onClose={onClose} title={words.title}>
      <p className={classes['text']}>{words.text}</p>
      {retire.error && <ErrorState error={retire.error} compact />}
      <div className={classes['buttons']}>
        <Button variant="default" onClick={onClose}>
          {messages.keep}
        </Button>
        <Button color="red" loading={retire.isPending} onClick={() => retire.mutate(id)}>
          {words.confirm}
        </Button>
      </div>
    </Modal>
  );
}
