/** Two weeks of a schedule: what each layer says, and in the end who is on call. Each stretch is an entry of a list, so that it is read as well as seen. */
import { useComputedColorScheme } from '@mantine/core';
import type { OnCallShift } from '../../api/client.ts';
import { SERIES_COLOURS } from '../../charts/index.ts';
import { useTimeZone } from '../../period/viewing.ts';
import { formatDate, formatDay, initials, formatTime, formatWeekdayTime, useTicking } from '../../ui/index.ts';
import { messages } from './messages.ts';
import { spanInWords } from './said.ts';
import { type Block, blocksOf, type Holiday, holidaysIn, roomOf, placeOf, type Window } from './timeline.ts';
import classes from './timeline.module.css';

const words = messages.timeline;

interface TimelineProps {
  /** Whom one colour each stands for, in this order. */
  people: readonly string[];
  layers?: readonly { readonly name: string; readonly shifts: readonly OnCallShift[] }[];
  line: readonly OnCallShift[];
  window: Window;
  holidays: readonly Holiday[];
  label: string;
}

function useTint(people: readonly string[]): (person: string | undefined) => string | undefined {
  const scheme = useComputedColorScheme('light');
  const colours = SERIES_COLOURS[scheme];
  return (person) => (person === undefined ? undefined : colours[Math.max(0, people.indexOf(person)) % colours.length]);
}

function Shift({ block, tint }: { block: Block; tint: string | undefined }) {
  const zone = useTimeZone();
  const { shift, left, width } = block;
  const who = shift.person?.name ?? messages.nobodyOnCall;
  const time = words.shift(who, formatWeekdayTime(shift.from, zone), formatWeekdayTime(shift.to, zone));
  const said = shift.override === null ? time : `${time} (${words.byOverride})`;
  return (
    <li
      className={classes['shift']}
      data-gap={shift.person === null || undefined}
      data-agreed={shift.override !== null || undefined}
      style={{ left: `${left}%`, width: `${width}%`, ['--tint' as never]: tint }}
      data-room={roomOf(block)}
      title={said}
    >
      <span aria-hidden="true">
        {
          { name: shift.person?.name ?? messages.nobody, initials: shift.person ? initials(shift.person.name) : '', none: '' }[
            roomOf(block)
          ]
        }
      </span>
      <span className={classes['said']}>{said}</span>
    </li>
  );
}

function Row({
  name,
  shifts,
  window,
  tint,
  isFinal = false,
}: {
  name: string;
  shifts: readonly OnCallShift[];
  window: Window;
  tint: ReturnType<typeof useTint>;
  isFinal?: boolean;
}) {
  return (
    <div className={classes['row']} data-final={isFinal || undefined}>
      <span className={classes['name']} title={name}>
        {name}
      </span>
      <ul className={classes['track']} aria-label={name}>
        {blocksOf(shifts, window).map((block) => (
          <Shift key={`${block.shift.from} ${block.shift.override ?? ''}`} block={block} tint={tint(block.shift.person?.id)} />
        ))}
      </ul>
    </div>
  );
}

function Days({ window, holidays }: { window: Window; holidays: readonly Holiday[] }) {
  const zone = useTimeZone();
  const now = useTicking((at) => Math.floor(at / 60_000) * 60_000);
  return (
    <div className={classes['days']} aria-hidden="true">
      {window.days.map((day, index) => {
        const next = window.days[index + 1] ?? window.to;
        const weekday = formatWeekdayTime(day, zone).slice(0, 3);
        return (
          <span
            key={day}
            data-today={(day <= now && now < next) || undefined}
            data-weekend={weekday === 'Sat' || weekday === 'Sun' || undefined}
            style={{ left: `${placeOf(day, window)}%`, width: `${placeOf(next, window) - placeOf(day, window)}%` }}
          >
            {weekday} <b>{formatDay(day, now, zone).split(' ')[0]}</b>
          </span>
        );
      })}
      {holidays.map(({ date, ...one }) => {
        const [left, right] = [placeOf(Math.max(one.from, window.from), window), placeOf(Math.min(one.to, window.to), window)];
        return (
          <em
            key={date}
            className={classes['holiday']}
            style={{ left: `${left}%`, width: `${right - left}%` }}
            title={words.holidayOf(formatDate(date))}
          />
        );
      })}
      {window.from <= now && now < window.to && (
        <i className={classes['now']} style={{ left: `${placeOf(now, window)}%` }} title={formatTime(now, zone)} />
      )}
    </div>
  );
}

/** What a phone shows instead, and whoever unfolds it: each shift with its times. */
type ShiftListProps = Pick<TimelineProps, 'line' | 'people' | 'holidays'>;

export function ShiftList({ line, people, holidays }: ShiftListProps) {
  const zone = useTimeZone();
  const tint = useTint(people);
  const now = useTicking((at) => Math.floor(at / 60_000) * 60_000);
  return (
    <ol className={classes['list']}>
      {line.map((shift) => (
        <li
          key={shift.from}
          data-gap={shift.person === null || undefined}
          data-now={(Date.parse(shift.from) <= now && now < Date.parse(shift.to)) || undefined}
        >
          <i style={{ background: tint(shift.person?.id) }} aria-hidden="true" />
          <b>{shift.person?.name ?? messages.nobodyOnCall}</b>
          <span>
            {spanInWords(shift.from, shift.to, now, zone)}
            {shift.override !== null && `, ${words.byOverride}`}
            {shift.person !== null &&
              holidaysIn(holidays, Date.parse(shift.from), Date.parse(shift.to)).length > 0 &&
              `, ${words.onHoliday}`}
          </span>
        </li>
      ))}
    </ol>
  );
}

export function Timeline({ people, layers = [], line, window, holidays, label }: TimelineProps) {
  const shown = holidaysIn(holidays, window.from, window.to);
  const tint = useTint(people);
  return (
    <>
      <div className={classes['timeline']} role="group" aria-label={label}>
        <Days window={window} holidays={shown} />
        {layers.length > 1 &&
          layers.map(({ name, shifts }, index) => <Row key={`${index} ${name}`} name={name} shifts={shifts} window={window} tint={tint} />)}
        <Row name={words.line} shifts={line} window={window} tint={tint} isFinal />
      </div>
      {shown.length > 0 && (
        <p className={classes['key']}>
          <i className={classes['holidayKey']} aria-hidden="true" />
          {words.holiday}: {shown.map(({ date }) => formatDate(date)).join(', ')}
        </p>
      )}
    </>
  );
}
