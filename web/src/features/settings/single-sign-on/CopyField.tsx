/** Something to be entered elsewhere: read, and copied with one press. */
import { Button, TextInput } from '@mantine/core';
import { useClipboard } from '@mantine/hooks';
import { words } from './messages.ts';
import classes from './single-sign-on.module.css';

export function CopyField({ label, hint, value }: { label: string; hint?: string; value: string }) {
  const { copied, copy } = useClipboard({ timeout: 3_000 });
  return (
    <div className={classes['beside']}>
      <TextInput label={label} description={hint} value={value} readOnly className={classes['wide']} />
      <Button variant="default" aria-label={words.copyOf(label)} onClick={() => copy(value)}>
        {copied ? words.copied : words.copy}
      </Button>
    </div>
  );
}
