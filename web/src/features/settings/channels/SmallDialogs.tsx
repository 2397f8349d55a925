/** Another secret for a webhook, shown once; and the end of a channel. */
import { Button, Modal, Select } from '@mantine/core';
import { useState } from 'react';
import { ErrorState, ShownOnce } from '../../../ui/index.ts';
import classes from '../settings.module.css';
import { words } from '../../../channels/messages.ts';
import { type Channel, useRemoveChannel, useRenewSecret } from '../../../channels/use-channels.ts';

const OVERLAPS = Object.entries(words.renewal.overlaps).map(([value, label]) => ({ value, label }));

interface DialogProps {
  channel: Channel;
  onClose: () => void;
}

export function RenewDialog({ channel: { id, name }, onClose }: DialogProps) {
  const said = words.renewal;
  const [overlap, setOverlap] = useState('86400');
  const [secret, setSecret] = useState<string | null>(null);
  const renew = useRenewSecret(id, (made) => setSecret(made.secret));
  const isOpen = secret === null;
  return (
    <Modal
      opened
      onClose={onClose}
      title={isOpen ? said.title(name) : said.renewed(name)}
      closeOnClickOutside={isOpen}
      closeOnEscape={isOpen}
      withCloseButton={isOpen}
    >
      {secret === null ? (
        <div className={classes['form']}>
          <p className={classes['text']}>{said.text}</p>
          <Select
            label={said.overlap}
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
            <Button loading={renew.isPending} onClick={() => renew.mutate(Number(overlap))}>
              {words.renew}
            </Button>
          </div>
        </div>
      ) : (
        <ShownOnce value={secret} label={words.form.secret} text={words.form.secretText} onClose={onClose} />
      )}
    </Modal>
  );
}

export function RemoveDialog({ channel: { id, name }, onClose }: DialogProps) {
  const remove = useRemoveChannel(id, onClose);
  return (
    <Modal opened onClose={onClose} title={words.removal.title(name)}>
      <p className={classes['text']}>{words.removal.text}</p>
      {remove.error && <ErrorState error={remove.error} compact />}
      <div className={classes['buttons']}>
        <Button variant="default" onClick={onClose}>
          {words.cancel}
        </Button>
        <Button color="red" loading={remove.isPending} onClick={() => remove.mutate()}>
          {words.remove}
        </Button>
      </div>
    </Modal>
  );
}
