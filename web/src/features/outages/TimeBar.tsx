/** When it is that the map shows: a day, played back or stood still, or now. */
import { ActionIcon, Button, Select, TextInput } from '@mantine/core';
import { IconChevronLeft, IconChevronRight, IconPlayerPauseFilled, IconPlayerPlayFilled } from '@tabler/icons-react';
import { useMemo, useSyncExternalStore } from 'react';
import { addDays } from '../../period/zone.ts';
import { formatTime } from '../../ui/index.ts';
import classes from './map.module.css';
import { words } from './messages.ts';
import type { PlayClock } from './play-clock.ts';
import type { Shown } from './scene.ts';

interface TimeBarProps {
  clock: PlayClock;
  shown: Shown | null;
  day: string;
  today: string;
  isLive: boolean;
  bounds: { readonly from: number; readonly to: number };
  timeZone: string;
  days: readonly { readonly day: string; readonly began: number }[];
  onDay: (day: string | undefined) => void;
  /** From now on it is no longer live, and stands at this instant of today. */
  onLook: (at: number) => void;
  onPlay: () => void;
  /** The time that is shown is one to keep. */
  onRest: () => void;
}

const text = words.time;
const SAMPLES = 96;
const STEP_MS = 300_000;

export function TimeBar({ clock, shown, day, today, isLive, bounds, timeZone, days, onDay, onLook, onPlay, onRest }: TimeBarProps) {
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
        <Course shown={shown} from={from} to={to} />
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
          {[0, 6, 12, 18, 24].map((hour) => (
            <span key={hour}>{String(hour).padStart(2, '0')}:00</span>
          ))}
        </div>
      </div>
      <DayStrip days={days} day={day} onDay={onDay} />
    </section>
  );
}

/** How many ran over the day, behind the slider. */
function Course({ shown, from, to }: { shown: Shown | null; from: number; to: number }) {
  const { path, most } = useMemo(() => {
    const counts = Array.from({ length: SAMPLES + 1 }, (_, place) =>
      shown ? shown.at(Math.min(to - 1, from + ((to - from) * place) / SAMPLES)).length : 0,
    );
    const peak = Math.max(1, ...counts);
    const line = counts.map((count, place) => `${place},${(38 - (36 * count) / peak).toFixed(1)}`).join(' ');
    return { path: `0,40 ${line} ${SAMPLES},40`, most: Math.max(...counts) };
  }, [shown, from, to]);
  return (
    <>
      <svg className={classes['course']} viewBox={`0 0 ${SAMPLES} 40`} preserveAspectRatio="none" aria-hidden="true">
        <polygon points={path} />
      </svg>
      {most > 0 && <span className={classes['peak']}>{text.peak(most)}</span>}
    </>
  );
}

const dayWords = new Intl.DateTimeFormat('en-GB', { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });

function DayStrip({ days, day, onDay }: { days: TimeBarProps['days']; day: string; onDay: (day: string) => void }) {
  if (days.length === 0) return null;
  const most = Math.max(1, ...days.map(({ began }) => began));
  return (
    <ul className={classes['days']} aria-label={text.days}>
      {days.map(({ day: one, began }) => (
        <li key={one}>
          <button
            type="button"
            aria-label={text.began(dayWords.format(Date.parse(one)), began)}
            aria-current={one === day ? 'date' : undefined}
            title={text.began(dayWords.format(Date.parse(one)), began)}
            onClick={() => onDay(one)}
          >
            <span className={classes['bar']} style={{ height: `${began === 0 ? 0 : Math.max(8, (100 * began) / most)}%` }} />
            <span className={classes['date']}>{Number(one.slice(8))}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}

/** The days around one, each with how many began, in the order of the calendar. */
export function daysAround(
  day: string,
  counted: readonly { readonly day: string; readonly began: number }[],
): { day: string; began: number }[] {
  const began = new Map(counted.map((one) => [one.day, one.began]));
  return Array.from({ length: 31 }, (_, place) => addDays(day, place - 15)).map((one) => ({ day: one, began: began.get(one) ?? 0 }));
}
