/** Where one answers the customer or leaves a note for the team. What was written stays until the server has it. */
import { Button, SegmentedControl, Textarea } from '@mantine/core';
import { IconLock, IconSend } from '@tabler/icons-react';
import type { KeyboardEvent, Ref } from 'react';
import { KeyHint } from '../../ui/index.ts';
import { messages } from './messages.ts';
import classes from './ticket.module.css';
import type { Actions } from './use-actions.ts';
import type { Draft } from './use-draft.ts';

const words = messages.composer;

interface ComposerProps {
  draft: Draft;
  actions: Actions;
  customer: string | null;
  ref: Ref<HTMLTextAreaElement>;
}

export function Composer({ draft, actions, customer, ref }: ComposerProps) {
  const { kind, text, setKind, setText, clear } = draft;
  const note = kind === 'note';
  const sending = actions.pending?.do === 'reply' || actions.pending?.do === 'note';
  const send = (): void => {
    if (text.trim() !== '' && !sending) actions.run({ do: kind, text: text.trim() }, clear);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      send();
    } else if (event.key === 'Escape') event.currentTarget.blur();
  };
  const hint = note ? words.noteHint : customer ? words.replyHint(customer) : words.replyHintNobody;
  return (
    <section className={classes['composer']} data-note={note || undefined} aria-label={words.label}>
      <Textarea
        ref={ref}
        aria-label={hint}
        placeholder={hint}
        autosize
        minRows={2}
        maxRows={10}
        maxLength={100_000}
        value={text}
        disabled={sending}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      <div className={classes['composerFoot']}>
        <SegmentedControl
          size="xs"
          aria-label={words.label}
          value={kind}
          onChange={(value) => setKind(value)}
          data={[
            { value: 'reply' as const, label: words.reply },
            { value: 'note' as const, label: words.note },
          ]}
        />
        <span className={classes['sendKeys']}>
          <KeyHint keys={['Ctrl', 'Enter']} />
        </span>
        <Button
          size="xs"
          color={note ? 'yellow.9' : undefined}
          disabled={text.trim() === ''}
          loading={sending}
          leftSection={note ? <IconLock size={14} aria-hidden="true" /> : <IconSend size={14} aria-hidden="true" />}
          onClick={send}
        >
          {note ? words.save : words.send}
        </Button>
      </div>
    </section>
  );
}
