/** The days around the one that is shown, each with how many outages began; and where to go when there were none. */
import { Button } from '@mantine/core';
import { addDays } from '../../period/zone.ts';
import { formatDate } from '../../ui/index.ts';
import classes from './map.module.css';
import { words } from './messages.ts';

const text = words.time;
const dayWords = new Intl.DateTimeFormat('en-GB', { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });
const monthWords = new Intl.DateTimeFormat('en-GB', { month: 'short', timeZone: 'UTC' });

interface Counted {
  readonly day: string;
  readonly began: number;
}
export interface DayStripProps {
  days: readonly Counted[];
  day: string;
  nearest: { readonly before: string | undefined; readonly after: string | undefined };
  onDay: (day: string) => void;
}

export function DayStrip({ days, day, nearest, onDay }: DayStripProps) {
  const [first, last] = [days[0], days.at(-1)];
  if (!first || !last) return null;
  const most = Math.max(1, ...days.map(({ began }) => began));
  const sum = days.reduce((all, { began }) => all + began, 0);
  return (
    <div>
      <p className={classes['caption']}>
        {text.days}
        <span>{text.stretch(formatDate(first.day), formatDate(last.day))}</span>
      </p>
      {sum === 0 && (
        <p className={classes['elsewhere']}>
          {text.noDays}
          {nearest.before && (
            <Button size="compact-xs" variant="default" onClick={() => onDay(nearest.before!)}>
              {text.lastBefore(formatDate(nearest.before))}
            </Button>
          )}
          {nearest.after && (
            <Button size="compact-xs" variant="default" onClick={() => onDay(nearest.after!)}>
              {text.firstAfter(formatDate(nearest.after))}
            </Button>
          )}
        </p>
      )}
      <ul className={classes['days']} aria-label={text.days} data-empty={sum === 0 || undefined}>
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
              <span className={classes['date']}>{one.endsWith('-01') ? monthWords.format(Date.parse(one)) : Number(one.slice(8))}</span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The days around one, each with how many began, in the order of the calendar. */
export function daysAround(day: string, counted: readonly Counted[]): Counted[] {
  const began = new Map(counted.map((one) => [one.day, one.began]));
  return Array.from({ length: 31 }, (_, place) => addDays(day, place - 15)).map((one) => ({ day: one, began: began.get(one) ?? 0 }));
}

/** Of days in the order of the calendar, those that had some, on either side of one. */
export const nearestTo = (day: string, counted: readonly Counted[]) => ({
  before: counted.findLast((one) => one.day < day)?.day,
  after: counted.find((one) => one.day > day)?.day,
});
