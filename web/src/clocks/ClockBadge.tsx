/**
 * The most urgent promise of a ticket as a mark: an icon for its step of the ladder, what is owed, and how long is left.
 * It ticks; colour only repeats what icon and words say.
 */
import { VisuallyHidden } from '@mantine/core';
import {
  IconAlertTriangle,
  IconBellRinging,
  IconClock,
  IconFlame,
  IconHourglassLow,
  IconPlayerPause,
  IconUrgent,
} from '@tabler/icons-react';
import { use } from 'react';
import type { RowClock } from '../api/client.ts';
import { TimeZoneContext, useTicking } from '../ui/index.ts';
import classes from './badge.module.css';
import { levelOf, mostUrgent, type Level } from './ladder.ts';
import { messages } from './messages.ts';
import { countdown, meaningOf, owedName } from './words.ts';

const ICONS: Record<Level, typeof IconClock> = {
  unpromised: IconClock,
  calm: IconClock,
  paused: IconPlayerPause,
  watched: IconHourglassLow,
  at_risk: IconAlertTriangle,
  critical: IconBellRinging,
  breached: IconUrgent,
  severe: IconFlame,
};

export function LevelIcon({ level, size = 13 }: { level: Level; size?: number }) {
  const Icon = ICONS[level];
  return <Icon size={size} stroke={2} aria-hidden="true" />;
}

const spokenOf = (level: Level): string => (level === 'calm' || level === 'paused' ? '' : `, ${messages.level[level]}`);

function Badge({ clock, others }: { clock: RowClock; others: readonly RowClock[] }) {
  const zone = use(TimeZoneContext);
  const level = useTicking((now) => levelOf(clock, now));
  const words = useTicking((now) => countdown(clock, now, zone));
  const meaning = useTicking((now) => [clock, ...others].map((one) => meaningOf(one, now, zone)).join('\n'));
  return (
    <span className={classes['badge']} data-level={level} title={meaning}>
      <LevelIcon level={level} />
      <span>
        {owedName(clock.metric)} <span className={classes['time']}>{words}</span>
        <VisuallyHidden>{spokenOf(level)}</VisuallyHidden>
      </span>
    </span>
  );
}

/** Nothing where nothing is promised; the hover tells of the other clocks as well. */
export function ClockBadge({ clocks }: { clocks: readonly RowClock[] }) {
  const clock = mostUrgent(clocks);
  if (!clock) return null;
  return <Badge clock={clock} others={clocks.filter((one) => one !== clock && one.targetSeconds !== null)} />;
}
