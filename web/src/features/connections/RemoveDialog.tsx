/** Asks once more, by the name, and says what goes: nothing brings it back. */
import { Button, Checkbox, Modal, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Connection } from '../../api/client.ts';
import { ErrorState } from '../../ui/index.ts';
import classes from './connections.module.css';
import { messages } from './messages.ts';
import { useRemove } from './use-connections.ts';

const words = messages.removal;

export function RemoveDialog({ connection: { id, name }, onClose }: { connection: Connection; onClose: () => void }) {
  const [typed, setTyped] = useState('');
  const [withTickets, setWithTickets] = useState(false);
  const remove = useRemove(id, onClose);
  return (
    <Modal opened onClose={onClose} title={words.title(name)}>
      <form
        className={classes['form']}
        onSubmit={(event) => {
          event.preventDefault();
          remove.mutate(withTickets);
        }}
      >
        <div className={classes['text']}>
          <p>{words.goes}</p>
          <ul>
            {words.always.map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ul>
        </div>
        <Checkbox
          label={words.tickets}
          description={withTickets ? words.ticketsText : words.stay}
          checked={withTickets}
          onChange={(event) => setWithTickets(event.currentTarget.checked)}
        />
        <TextInput
          label={words.confirm}
          description={<bdi>{name}</bdi>}
          data-autofocus
          autoComplete="off"
          spellCheck={false}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        {remove.error && <ErrorState error={remove.error} compact />}
        <div className={classes['buttons']}>
          <Button variant="default" onClick={onClose}>
            {messages.form.cancel}
          </Button>
          <Button type="submit" color="red" disabled={typed.trim() !== name.trim()} loading={remove.isPending}>
            {words.remove}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
