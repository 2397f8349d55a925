/** What the viewer was told: a bell that says how much of it is unread, and opens the inbox beside the place, on a phone as a page. */
import { ActionIcon, Indicator, Tooltip } from '@mantine/core';
import { IconBell } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { countInWords } from '../features/inbox/arrivals.ts';
import { words } from '../features/inbox/messages.ts';
import { useInbox } from '../features/inbox/use-inbox.ts';

interface BellProps {
  asPage: boolean;
  /** Whether the inbox stands open beside the place. */
  opened: boolean;
  onToggle: () => void;
}

/** It begins at the middle of the bell and grows away from it, so that the bell is seen however long it is. */
const COUNT = {
  right: 'auto',
  transform: 'translateY(-50%)',
  fontSize: '0.6875rem',
  fontWeight: 600,
  paddingInline: 4,
  color: '#fff',
  pointerEvents: 'none',
} as const;

export function Bell({ asPage, opened, onToggle }: BellProps) {
  const unread = useInbox().data?.unread ?? 0;
  const label = words.open(unread);
  const icon = <IconBell size={20} stroke={1.7} aria-hidden="true" />;
  const size = asPage ? 40 : 32;
  const shared = { variant: 'subtle', color: 'gray', size, 'aria-label': label } as const;
  return (
    // Around the button, which cuts off what reaches over its edge.
    <Indicator
      label={countInWords(unread)}
      size={16}
      disabled={unread === 0}
      color="var(--bad-solid)"
      styles={{ indicator: { ...COUNT, top: size / 5, left: size / 2 - 1 } }}
    >
      <Tooltip label={label} disabled={opened}>
        {asPage ? (
          <ActionIcon component={Link} to="/inbox" {...shared}>
            {icon}
          </ActionIcon>
        ) : (
          <ActionIcon {...shared} aria-haspopup="dialog" aria-expanded={opened} aria-keyshortcuts="i" onClick={onToggle}>
            {icon}
          </ActionIcon>
        )}
      </Tooltip>
    </Indicator>
  );
}
