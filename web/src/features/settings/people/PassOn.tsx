/** A link that lets somebody in, shown once, to be passed on. */
import { Button } from '@mantine/core';
import { useClipboard } from '@mantine/hooks';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { messages } from '../messages.ts';
import classes from '../settings.module.css';

const words = messages.people;

export function PassOn({ link, text, onClose }: { link: string; text: string; onClose: () => void }) {
  const { copied, copy } = useClipboard({ timeout: 3_000 });
  return (
    <>
      <p className={classes['text']}>{text}</p>
      <div className={classes['secret']}>
        <code aria-label={words.link}>{link}</code>
        <Button
          size="xs"
          variant="default"
          leftSection={copied ? <IconCheck size={14} aria-hidden="true" /> : <IconCopy size={14} aria-hidden="true" />}
          onClick={() => copy(link)}
        >
          {copied ? messages.keys.copied : messages.keys.copy}
        </Button>
      </div>
      <div className={classes['buttons']}>
        <Button onClick={onClose}>{words.done}</Button>
      </div>
    </>
  );
}
