/** A week as seven bars of a day, with the open hours filled. The words beside it say the same. */
import type { CalendarSpec } from '../../../api/client.ts';
import editor from '../../../drafts/editor.module.css';
import classes from './calendars.module.css';
import { messages } from './messages.ts';
import { DAYS, hoursAWeek, stretchesOf, weekInWords } from './week-words.ts';

export function WeekGrid({ spec }: { spec: CalendarSpec }) {
  const dates = Object.keys(spec.overrides).length + Object.keys(spec.breaks).length;
  const facts = [
    spec.zone.replaceAll('_', ' '),
    messages.hoursAWeek(hoursAWeek(spec)),
    ...(spec.always ? [] : [messages.holidays(spec.holidays.length)]),
    ...(dates > 0 ? [messages.exceptions(dates)] : []),
  ];
  return (
    <div className={classes['week']}>
      <div className={classes['grid']} aria-hidden="true">
        {DAYS.map((day) => (
          <div key={day} className={classes['day']}>
            <span>{messages.days[day].slice(0, 3)}</span>
            <div className={classes['track']}>
              {(spec.always ? [{ left: 0, width: 1 }] : stretchesOf(spec.hours, day)).map(({ left, width }) => (
                <i key={left} style={{ left: `${100 * left}%`, width: `${100 * width}%` }} />
              ))}
            </div>
          </div>
        ))}
        <div className={classes['scale']}>
          {['0', '6', '12', '18', '24'].map((hour) => (
            <span key={hour}>{hour}</span>
          ))}
        </div>
      </div>
      <ul className={classes['words']}>
        {(spec.always ? [messages.always] : weekInWords(spec.hours)).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <p className={editor['hint']}>{facts.join(' · ')}</p>
    </div>
  );
}
