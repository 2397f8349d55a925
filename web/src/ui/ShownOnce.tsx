/** A secret, or a link that lets somebody in, which is shown this once: to be copied and kept, or passed on. */
import { Button } from '@mantine/core';
import { useClipboard } from '@mantine/hooks';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { messages } from './messages.ts';
import classes from './place.module.css';

const words = messages.once;

interface ShownOnceProps {
  /** What is shown, and what a reader of screens calls it. */
  value: string;
  label: string;
  text: string;
  onClose: () => void;
}

export function ShownOnce({ value, label, text, onClose }: ShownOnceProps) {
  const { copied, copy } = useClipboard({ timeout: 3_000 });
  return (
    <>
      <p className={classes['once']}>{text}</p>
      <div className={classes['secret']}>
        <code aria-label={label}>{value}</code>
        <Button
          size="xs"
          variant="default"
          leftSection={copied ? <IconCheck size={14} aria-hidden="true" /> : <IconCopy size={14} aria-hidden="true" />}
          onClick={() => copy(value)}
        >
          {copied ? words.copied : words.copy}
        </Button>
      </div>
      <div className={classes['onceDone']}>
        <Button onClick={onClose}>{words.done}</Button>
      </div>
    </>
  );
}
