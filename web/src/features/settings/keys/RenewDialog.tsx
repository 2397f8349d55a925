/** Gives a key another secret, and shows it, once. */
import { Button, Modal, Select } from '@mantine/core';
import { useState } from 'react';
import type { ApiKey } from '../../../api/client.ts';
import { ErrorState, ShownOnce } from '../../../ui/index.ts';
import { messages } from '../messages.ts';
import classes from '../settings.module.css';
import { useRenewKey } from './use-keys.ts';

const words = messages.keys;
const OVERLAPS = Object.entries(words.overlaps).map(([value, label]) => ({ value, label }));

export function RenewDialog({ apiKey: { id, name }, onClose }: { apiKey: ApiKey; onClose: () => void }) {
  const [overlap, setOverlap] = useState('86400');
  const [secret, setSecret] = useState<string | null>(null);
  const renew = useRenewKey((_name, made) => setSecret(made));
  const isOpen = secret === null;
  return (
    <Modal
      opened
      onClose={onClose}
      title={isOpen ? words.renewTitle(name) : words.renewed(name)}
      closeOnClickOutside={isOpen}
      closeOnEscape={isOpen}
      withCloseButton={isOpen}
    >
      {secret === null ? (
        <div className={classes['form']}>
          <p className={classes['text']}>{words.renewText}</p>
          <Select
            label={words.overlap}
            data={OVERLAPS}
            value={overlap}
            allowDeselect={false}
            onChange={(value) => setOverlap(value ?? '0')}
          />
          {renew.error && <ErrorState error={renew.error} compact />}
          <div className={classes['buttons']}>
            <Button variant="default" onClick={onClose}>
              {words.cancel}
            </Button>
            <Button loading={renew.isPending} onClick={() => renew.mutate({ id, overlapSeconds: Number(overlap) })}>
              {words.renew}
            </Button>
          </div>
        </div>
      ) : (
        <ShownOnce value={secret} label={words.secret} text={words.once} onClose={onClose} />
      )}
    </Modal>
  );
}
