/** Copies a text, and says that it did. */
import { Button } from '@mantine/core';
import { useClipboard } from '@mantine/hooks';
import { IconCheck, IconCopy, IconLink } from '@tabler/icons-react';
import { words } from './explain-messages.ts';

interface CopyButtonProps {
  /** What is copied, in words. */
  what: string;
  text: () => string;
  /** It is the name of the button too. */
  withLabel?: boolean;
}

export function CopyButton({ what, text, withLabel = false }: CopyButtonProps) {
  const { copied, copy } = useClipboard({ timeout: 2_000 });
  const Shape = copied ? IconCheck : withLabel ? IconLink : IconCopy;
  return (
    <Button
      variant="default"
      size="compact-sm"
      leftSection={<Shape size={14} aria-hidden="true" />}
      aria-label={copied ? words.copied : withLabel ? what : words.copyOf(what)}
      onClick={() => copy(text())}
    >
      <span aria-live="polite">{copied ? words.copied : withLabel ? what : words.copy}</span>
    </Button>
  );
}
