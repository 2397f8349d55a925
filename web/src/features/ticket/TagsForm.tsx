/** The tags of the ticket: what is added and what is taken away is sent, so that somebody else's meanwhile is not undone. */
import { TagsInput } from '@mantine/core';
import { useState } from 'react';
import { FormFrame, type FormProps } from './FormFrame.tsx';
import { messages } from './messages.ts';

const LONGEST = 200;
const MOST = 100;

export function TagsForm({ ticket, actions }: FormProps) {
  // As they were when it was opened.
  const [before] = useState(ticket.tags);
  const [tags, setTags] = useState<readonly string[]>(before);
  const added = tags.filter((tag) => !before.includes(tag));
  const removed = before.filter((tag) => !tags.includes(tag));
  return (
    <FormFrame
      title={messages.tag.title}
      submit={messages.tag.submit}
      actions={actions}
      ready={added.length + removed.length > 0}
      onSubmit={() => actions.run({ do: 'tag', added, removed })}
    >
      <TagsInput
        label={messages.tag.tags}
        description={messages.tag.hint}
        data-autofocus
        value={[...tags]}
        maxTags={MOST}
        maxLength={LONGEST}
        acceptValueOnBlur
        onChange={setTags}
      />
    </FormFrame>
  );
}
