/** When it is that the map shows: a day, played back or stood still, or now. */
import { ActionIcon, Button, Select, TextInput } from '@mantine/core';
import { IconChevronLeft, IconChevronRight, IconPlayerPauseFilled, IconPlayerPlayFilled } from '@tabler/icons-react';
import { useSyncExternalStore } from 'react';
import type { PlayClock, Shown } from '../../outage-map/index.ts';
import { addDays } from '../../period/zone.ts';
import { formatTime } from '../../ui/index.ts';
import { Course } from './Course.tsx';
import { DayStrip, type DayStripProps } from './DayStrip.tsx';
import classes from './map.module.css';
import { words } from './messages.ts';

interface TimeBarProps {
  clock: PlayClock;
  shown: Shown | null;
  day: string;
  today: string;
  isLive: boolean;
  bounds: { readonly from: number; readonly to: number };
  timeZone: string;
  days: DayStripProps['days'];
  /** Where none began in these days: the nearest that has some. */
  nearest: DayStripProps['nearest'];
  /** Nobody knows yet what runs after it. */
  now: number;
  onDay: (day: string | undefined) => void;
  /** From now on it is no longer live, and stands at this instant of today. */
  onLook: (at: number) => void;
  onPlay: () => void;
  /** The time that is shown is one to keep. */
  onRest: () => void;
}

const text = words.time;
const HOURS = [0, 0.25, 0.5, 0.75, 1];
const STEP_MS = 300_000;

export function TimeBar({
  clock,
  shown,
  day,
  today,
  isLive,
  bounds,
  timeZone,
  days,
  nearest,
  now,
  onDay,
  onLook,
  onPlay,
  onRest,
}: TimeBarProps) {
  const at = useSyncExternalStore(clock.subscribe, clock.at);
  const isPlaying = useSyncExternalStore(clock.subscribe, clock.isPlaying);
  const { from, to } = bounds;
  const seek = (next: number) => {
    if (isLive) onLook(next);
    clock.seek(next);
  };
  return (
    <section className={classes['time']} aria-label={text.label}>
      <div className={classes['controls']}>
        <ActionIcon variant="filled" size={36} radius="xl" aria-label={isPlaying ? text.pause : text.play} onClick={onPlay}>
          {isPlaying ? <IconPlayerPauseFilled size={17} aria-hidden="true" /> : <IconPlayerPlayFilled size={17} aria-hidden="true" />}
        </ActionIcon>
        <output className={classes['now']} aria-live="off">
          {formatTime(at, timeZone)}
        </output>
        <Select
          size="xs"
          w={150}
          aria-label={text.speed}
          data={text.speeds}
          value={String(useSyncExternalStore(clock.subscribe, clock.speed))}
          allowDeselect={false}
          onChange={(value) => value && clock.setSpeed(Number(value))}
        />
        <div className={classes['dayPicker']}>
          <ActionIcon variant="default" size={30} aria-label={text.before} onClick={() => onDay(addDays(day, -1))}>
            <IconChevronLeft size={16} aria-hidden="true" />
          </ActionIcon>
          <TextInput
            type="date"
            size="xs"
            aria-label={text.day}
            value={day}
            onChange={({ currentTarget: { value } }) => value && onDay(value)}
          />
          <ActionIcon variant="default" size={30} aria-label={text.after} onClick={() => onDay(addDays(day, 1))}>
            <IconChevronRight size={16} aria-hidden="true" />
          </ActionIcon>
        </div>
        <Button
          size="xs"
          variant={isLive ? 'light' : 'default'}
          aria-pressed={isLive}
          leftSection={<span className={classes['liveDot']} data-on={isLive || undefined} aria-hidden="true" />}
          onClick={() => onDay(isLive ? today : undefined)}
        >
          {text.live}
        </Button>
      </div>
      <div className={classes['slide']}>
        <Course shown={shown} from={from} to={to} now={now} />
        <input
          type="range"
          className={classes['range']}
          aria-label={text.slider}
          aria-valuetext={formatTime(at, timeZone)}
          min={from}
          max={to}
          step={STEP_MS}
          value={at}
          onChange={({ currentTarget: { value } }) => seek(Number(value))}
          onPointerUp={onRest}
          onKeyUp={onRest}
        />
        <div className={classes['hours']} aria-hidden="true">
          {HOURS.map((part) => (
            <span key={part}>{part === 1 ? text.midnight : formatTime(from + part * (to - from), timeZone)}</span>
          ))}
        </div>
      </div>
      <DayStrip days={days} day={day} nearest={nearest} onDay={onDay} />
    </section>
  );
}
