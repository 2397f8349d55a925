/** A secret, shown once. */
import { Button } from '@mantine/core';
import { useClipboard } from '@mantine/hooks';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { messages } from '../messages.ts';
import classes from '../settings.module.css';

const words = messages.keys;

export function Secret({ secret, onClose }: { secret: string; onClose: () => void }) {
  const { copied, copy } = useClipboard({ timeout: 3_000 });
  return (
    <>
      <p className={classes['text']}>{words.once}</p>
      <div className={classes['secret']}>
        <code aria-label={words.secret}>{secret}</code>
        <Button
          size="xs"
          variant="default"
          leftSection={copied ? <IconCheck size={14} aria-hidden="true" /> : <IconCopy size={14} aria-hidden="true" />}
          onClick={() => copy(secret)}
        >
          {copied ? words.copied : words.copy}
        </Button>
      </div>
      <div className={classes['buttons']}>
        <Button onClick={onClose}>{words.done}</Button>
      </div>
    </>
  );
}
