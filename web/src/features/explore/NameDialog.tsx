/** Asks for the name under which a question is kept. */
import { Button, Modal, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { ErrorState } from '../../ui/index.ts';
import classes from './saved.module.css';
import { messages } from './messages.ts';

const words = messages.saved;
const LONGEST = 100;

interface NameDialogProps {
  title: string;
  /** Offered, to be overwritten. */
  name: string;
  isBusy: boolean;
  error: unknown;
  onName: (name: string) => void;
  onClose: () => void;
}

export function NameDialog({ title, name: offered, isBusy, error, onName, onClose }: NameDialogProps) {
  const [name, setName] = useState(offered.slice(0, LONGEST));
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (name.trim() !== '') onName(name.trim());
  };
  return (
    <Modal opened onClose={onClose} title={title}>
      <form onSubmit={submit} className={classes['form']}>
        <TextInput
          data-autofocus
          label={words.name}
          value={name}
          maxLength={LONGEST}
          onChange={({ currentTarget }) => setName(currentTarget.value)}
          onFocus={({ currentTarget }) => currentTarget.select()}
        />
        {error !== null && error !== undefined && <ErrorState error={error} compact />}
        <div className={classes['buttons']}>
          <Button variant="default" onClick={onClose}>
            {words.cancel}
          </Button>
          <Button type="submit" loading={isBusy} disabled={name.trim() === ''}>
            {words.save}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
