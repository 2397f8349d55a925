/** The channel a ticket came through: an icon with its name on hover, or beside it. */
import { VisuallyHidden } from '@mantine/core';
import {
  IconApi,
  IconDeviceMobileMessage,
  IconInbox,
  IconMail,
  IconMessageCircle,
  IconPhone,
  IconRobot,
  IconSocial,
  IconWorldWww,
  type Icon,
} from '@tabler/icons-react';
import type { Channel } from '@watchdesk/domain/event';
import marks from './mark.module.css';
import { messages } from './messages.ts';

const ICONS: Record<Channel, Icon> = {
  email: IconMail,
  chat: IconMessageCircle,
  phone: IconPhone,
  social: IconSocial,
  portal: IconWorldWww,
  bot: IconRobot,
  sms: IconDeviceMobileMessage,
  api: IconApi,
  other: IconInbox,
};

export function ChannelIcon({ value, named = false, size = 16 }: { value: Channel; named?: boolean; size?: number }) {
  // A value this build does not know yet is shown as it is.
  const Shape = (ICONS as Partial<Record<string, Icon>>)[value] ?? IconInbox;
  const label = (messages.channel as Partial<Record<string, string>>)[value] ?? value;
  if (named) {
    return (
      <span className={marks['plain']}>
        <Shape size={size} stroke={1.7} color="var(--muted)" aria-hidden="true" />
        <span>{label}</span>
      </span>
    );
  }
  return (
    <span className={marks['icon']} title={label}>
      <Shape size={size} stroke={1.7} color="var(--muted)" aria-hidden="true" />
      <VisuallyHidden>{label}</VisuallyHidden>
    </span>
  );
}
