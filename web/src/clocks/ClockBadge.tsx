/**
 * The most urgent promise of a ticket as a mark: an icon for its step of the ladder, what is owed, and how long is left.
 * It ticks while its hours are open; colour only repeats what icon and words say.
 */
import { VisuallyHidden } from '@mantine/core';
import {
  IconAlertTriangle,
  IconBan,
  IconBellRinging,
  IconCircleCheck,
  IconClock,
  IconFlame,
  IconHourglassLow,
  IconMoon,
  IconPlayerPause,
  IconUrgent,
} from '@tabler/icons-react';
import { use } from 'react';
import type { RowClock } from '../api/client.ts';
import { TimeZoneContext, useTicking } from '../ui/index.ts';
import classes from './badge.module.css';
import { closedUntil } from './hours.ts';
import { levelOf, mostUrgent, type ClockState, type Level } from './ladder.ts';
import { countdown, meaningOf, owedName, stateName } from './words.ts';

const ICONS: Record<ClockState, typeof IconClock> = {
  unpromised: IconClock,
  paused: IconPlayerPause,
  outside: IconMoon,
  running: IconClock,
  calm: IconClock,
  watched: IconHourglassLow,
  at_risk: IconAlertTriangle,
  critical: IconBellRinging,
  breached: IconUrgent,
  severe: IconFlame,
  met: IconCircleCheck,
  cancelled: IconBan,
};

export function StateIcon({ state, size = 13 }: { state: ClockState; size?: number }) {
  const Icon = ICONS[state];
  return <Icon size={size} stroke={2} aria-hidden="true" />;
}

/** What the words beside it do not say already. */
const spokenOf = (level: Level): string =>
  level === 'watched' || level === 'at_risk' || level === 'critical' || level === 'severe' ? `, ${stateName(level).toLowerCase()}` : '';

function Badge({ clock, others }: { clock: RowClock; others: readonly RowClock[] }) {
  const zone = use(TimeZoneContext);
  const level = useTicking((now) => levelOf(clock, now));
  const isOutside = useTicking((now) => closedUntil(clock, now) !== null);
  const words = useTicking((now) => countdown(clock, now, zone));
  const meaning = useTicking((now) => [clock, ...others].map((one) => meaningOf(one, now, zone)).join('\n'));
  return (
    <span className={classes['badge']} data-level={level} title={meaning}>
      <StateIcon state={isOutside ? 'outside' : level} />
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
