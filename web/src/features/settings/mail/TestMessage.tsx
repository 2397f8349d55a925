/** Sends a message to an address one reads, and says at once what the mail server said. */
import { Button, Modal, TextInput } from '@mantine/core';
import { IconSend } from '@tabler/icons-react';
import { useState } from 'react';
import { ErrorState, problemOf } from '../../../ui/index.ts';
import classes from '../settings.module.css';
import { words } from './messages.ts';
import { useTestMail } from './use-mail.ts';

export function TestMessage() {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button size="xs" leftSection={<IconSend size={15} aria-hidden="true" />} onClick={() => setOpen(true)}>
        {words.test}
      </Button>
      {isOpen && <TestDialog onClose={() => setOpen(false)} />}
    </>
  );
}

function TestDialog({ onClose }: { onClose: () => void }) {
  const [to, setTo] = useState('');
  const [arrived, setArrived] = useState<string | null>(null);
  const test = useTestMail(() => setArrived(to));
  const fault = test.error ? problemOf(test.error).fields.find(({ field }) => field === 'to')?.message : undefined;
  return (
    <Modal opened onClose={onClose} title={words.test}>
      <form
        className={classes['form']}
        onSubmit={(event) => {
          event.preventDefault();
          setArrived(null);
          test.mutate(to);
        }}
      >
        <TextInput
          label={words.to}
          type="email"
          required
          value={to}
          error={fault}
          onChange={({ currentTarget: { value } }) => setTo(value)}
        />
        {test.error && !fault && <ErrorState error={test.error} compact />}
        {arrived !== null && (
          <p className={classes['text']} role="status">
            {words.taken(arrived)}
          </p>
        )}
        <div className={classes['buttons']}>
          <Button variant="default" onClick={onClose}>
            {words.close}
          </Button>
          <Button type="submit" loading={test.isPending}>
            {words.send}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
