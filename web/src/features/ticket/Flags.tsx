/** Marks of an event whose instant is not what it seems, with the reason on hover. */
import { Tooltip } from '@mantine/core';
import { IconClockExclamation, IconClockPin } from '@tabler/icons-react';
import type { TimelineItem } from '../../api/client.ts';
import { useTimeZone } from '../../period/viewing.ts';
import { formatFullInstant } from '../../ui/index.ts';
import classes from './entries.module.css';
import { messages } from './messages.ts';

export function Flags({ item, isLate }: { item: TimelineItem; isLate: boolean }) {
  const zone = useTimeZone();
  return (
    <>
      {isLate && (
        <Tooltip label={messages.lateMeaning(formatFullInstant(item.receivedAt, zone))}>
          <span className={classes['flag']}>
            <IconClockExclamation size={13} stroke={1.8} aria-hidden="true" />
            {messages.late}
          </span>
        </Tooltip>
      )}
      {item.clamped && (
        <Tooltip label={messages.clampedMeaning}>
          <span className={classes['flag']}>
            <IconClockPin size={13} stroke={1.8} aria-hidden="true" />
            {messages.clamped}
          </span>
        </Tooltip>
      )}
    </>
  );
}
