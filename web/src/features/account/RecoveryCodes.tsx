/** Recovery codes, shown once: to copy, as a file, or on paper. */
import { Button } from '@mantine/core';
import { useClipboard } from '@mantine/hooks';
import { IconCheck, IconCopy, IconDownload, IconPrinter } from '@tabler/icons-react';
import classes from './account.module.css';
import { messages } from './messages.ts';
import { printText } from './print-text.ts';

const words = messages.recovery;

interface RecoveryCodesProps {
  codes: readonly string[];
  email: string;
  onDone: () => void;
}

export function RecoveryCodes({ codes, email, onDone }: RecoveryCodesProps) {
  const { copied, copy } = useClipboard({ timeout: 3_000 });
  const text = `${words.heading(email)}\n\n${codes.join('\n')}\n`;
  return (
    <div className={classes['form']}>
      <p className={classes['text']}>{words.text}</p>
      <ul className={classes['codes']} aria-label={words.label}>
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <div className={classes['keep']}>
        <Button
          variant="default"
          size="xs"
          leftSection={copied ? <IconCheck size={14} aria-hidden="true" /> : <IconCopy size={14} aria-hidden="true" />}
          onClick={() => copy(text)}
        >
          {copied ? words.copied : words.copy}
        </Button>
        <Button
          variant="default"
          size="xs"
          leftSection={<IconDownload size={14} aria-hidden="true" />}
          component="a"
          href={`data:text/plain;charset=utf-8,${encodeURIComponent(text)}`}
          download={words.file}
        >
          {words.download}
        </Button>
        <Button variant="default" size="xs" leftSection={<IconPrinter size={14} aria-hidden="true" />} onClick={() => printText(text)}>
          {words.print}
        </Button>
      </div>
      <div className={classes['buttons']}>
        <Button data-autofocus onClick={onDone}>
          {words.done}
        </Button>
      </div>
    </div>
  );
}
