/** Asks before a schedule or a policy is gone. */
import { Button, Modal } from '@mantine/core';
import type { UseMutationResult } from '@tanstack/react-query';
import { ErrorState } from '../../ui/index.ts';
import { messages } from './messages.ts';
import classes from './on-call.module.css';

const words = messages.removing;

interface RemoveDialogProps {
  name: string;
  text: string;
  remove: UseMutationResult<void, Error, void>;
  onClose: () => void;
}

export const RemoveDialog = ({ name, text, remove, onClose }: RemoveDialogProps) => (
  <Modal opened onClose={onClose} title={words.title(name)}>
    <p className={classes['text']}>{text}</p>
    {remove.error && <ErrorState error={remove.error} compact />}
    <div className={classes['buttons']}>
      <Button variant="default" onClick={onClose}>
        {words.cancel}
      </Button>
      <Button color="red" loading={remove.isPending} onClick={() => remove.mutate()}>
        {words.confirm}
      </Button>
    </div>
  </Modal>
);
