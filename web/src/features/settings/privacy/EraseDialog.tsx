/** Asks once more, by the id, since nothing brings an erased customer back. */
import { Button, Modal, TextInput } from '@mantine/core';
import { useState } from 'react';
import { ErrorState } from '../../../ui/index.ts';
import { messages } from '../messages.ts';
import settings from '../settings.module.css';
import { useErase } from './use-privacy.ts';

const words = messages.privacy.customer;

interface EraseDialogProps {
  customer: { id: string; title: string };
  onClose: () => void;
  onErased: (erased: { texts: number; tickets: number; idTells: boolean }) => void;
}

export function EraseDialog({ customer: { id, title }, onClose, onErased }: EraseDialogProps) {
  const [confirm, setConfirm] = useState('');
  const erase = useErase(onErased);
  return (
    <Modal opened onClose={onClose} title={words.eraseTitle(title)}>
      <form
        className={settings['form']}
        onSubmit={(event) => {
          event.preventDefault();
          erase.mutate({ id, confirm });
        }}
      >
        <p className={settings['text']}>{words.eraseText}</p>
        <TextInput
          label={words.confirm}
          description={<span className={settings['code']}>{id}</span>}
          data-autofocus
          autoComplete="off"
          spellCheck={false}
          value={confirm}
          onChange={(event) => setConfirm(event.currentTarget.value)}
        />
        {erase.error && <ErrorState error={erase.error} compact />}
        <div className={settings['buttons']}>
          <Button variant="default" onClick={onClose}>
            {messages.privacy.cancel}
          </Button>
          <Button type="submit" color="red" disabled={confirm !== id} loading={erase.isPending}>
            {words.erase}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
