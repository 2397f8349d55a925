/** Answering the customer, or leaving a note for colleagues; solved in the same stroke where it is. */
import { Button, SegmentedControl, Textarea } from '@mantine/core';
import { useState, type KeyboardEvent } from 'react';
import type { TicketRow } from '../../api/client.ts';
import { useAct } from './HolderBar.tsx';
import { messages } from './messages.ts';
import classes from './panel.module.css';

const words = messages.panel;

type Mode = 'reply' | 'note';

export function Composer({ ticket }: { ticket: TicketRow }) {
  const { act, isActing } = useAct(ticket.id);
  const [mode, setMode] = useState<Mode>('reply');
  const [text, setText] = useState('');
  const empty = text.trim() === '';
  const done = ticket.status === 'resolved' || ticket.status === 'closed';
  const send = (onDone?: () => void): void => {
    if (empty || isActing) return;
    act({ do: mode, text: text.trim() }, () => {
      setText('');
      onDone?.();
    });
  };
  const resolve = (): void => act({ do: 'status', status: 'resolved' });
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) send();
  };
  return (
    <div className={classes['composer']}>
      <Textarea
        aria-label={words[mode]}
        placeholder={words.placeholder[mode]}
        autosize
        minRows={2}
        maxRows={10}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={onKeyDown}
        classNames={{ input: mode === 'note' ? (classes['noteInput'] ?? '') : '' }}
      />
      <div className={classes['send']}>
        <SegmentedControl
          size="xs"
          value={mode}
          aria-label={words[mode]}
          data={[
            { value: 'reply', label: words.replyTab },
            { value: 'note', label: words.noteTab },
          ]}
          onChange={(value) => setMode(value)}
        />
        {!done && (
          <Button size="xs" variant="default" disabled={isActing} onClick={() => (empty || mode === 'note' ? resolve() : send(resolve))}>
            {empty || mode === 'note' ? words.resolve : words.sendAndResolve}
          </Button>
        )}
        <Button size="xs" title={words.sendKeys} disabled={empty} loading={isActing} onClick={() => send()}>
          {mode === 'reply' ? words.send : words.sendNote}
        </Button>
      </div>
    </div>
  );
}
