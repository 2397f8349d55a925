/** The open hours of each weekday, and those of single dates. */
import { ActionIcon, Button, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { formatDate, Panel } from '../../../ui/index.ts';
import editor from '../../../drafts/editor.module.css';
import { Fault } from '../../../drafts/index.ts';
import { isRowOf } from './calendar-words.ts';
import classes from './calendars.module.css';
import { useCalendarForm } from './form.ts';
import { messages } from './messages.ts';
import { RowsEditor } from './RowsEditor.tsx';
import { DAYS, type Day } from './week-words.ts';

const words = messages.editor;

export function Week() {
  const { spec, change, faultAt } = useCalendarForm();
  const set = (day: Day, rows: [string, string][]): void => change({ hours: { ...spec.hours, [day]: rows } });
  const asMonday = (): void => {
    const monday = spec.hours['mon'] ?? [];
    change({ hours: { ...spec.hours, ...Object.fromEntries(DAYS.slice(0, 5).map((day) => [day, monday])) } });
  };
  const whole = DAYS.some((day) => faultAt(`hours.${day}`)) ? undefined : faultAt('hours');
  return (
    <Panel title={words.week}>
      <p className={editor['text']}>{words.weekText}</p>
      <Fault isWhole>{whole}</Fault>
      <dl className={classes['days']}>
        {DAYS.map((day) => (
          <div key={day}>
            <dt>{messages.days[day]}</dt>
            <dd>
              <RowsEditor
                name={messages.days[day]}
                path={`hours.${day}`}
                rows={spec.hours[day] ?? []}
                onChange={(rows) => set(day, rows)}
              />
            </dd>
          </div>
        ))}
      </dl>
      <Button variant="default" size="xs" onClick={asMonday}>
        {words.copy}
      </Button>
    </Panel>
  );
}

/** A date to be added to a list of them. */
export function AddDate({ label, taken, onAdd }: { label: string; taken: readonly string[]; onAdd: (date: string) => void }) {
  const [date, setDate] = useState('');
  return (
    <div className={editor['adding']}>
      <TextInput size="xs" type="date" aria-label={label} value={date} onChange={(event) => setDate(event.currentTarget.value)} />
      <Button
        variant="default"
        size="xs"
        leftSection={<IconPlus size={14} aria-hidden="true" />}
        disabled={date === '' || taken.includes(date)}
        onClick={() => {
          onAdd(date);
          setDate('');
        }}
      >
        {words.addDate}
      </Button>
    </div>
  );
}

/** Dates with hours of their own: other open hours, or breaks in them. */
export function Dates({ name }: { name: 'overrides' | 'breaks' }) {
  const { spec, change, faultAt } = useCalendarForm();
  const dates = spec[name];
  const set = (date: string, rows: [string, string][]): void => change({ [name]: { ...dates, [date]: rows } });
  const remove = (date: string): void => change({ [name]: Object.fromEntries(Object.entries(dates).filter(([one]) => one !== date)) });
  return (
    <Panel title={words[name]}>
      <p className={editor['text']}>{words[`${name}Text`]}</p>
      <dl className={classes['days']}>
        {Object.entries(dates)
          .toSorted(([a], [b]) => (a < b ? -1 : 1))
          .map(([date, rows]) => {
            const path = `${name}.${date}`;
            return (
              <div key={date}>
                <dt>
                  {formatDate(date)}
                  <ActionIcon
                    variant="subtle"
                    color="gray"
                    size={26}
                    aria-label={words.remove(formatDate(date))}
                    onClick={() => remove(date)}
                  >
                    <IconTrash size={15} stroke={1.7} />
                  </ActionIcon>
                </dt>
                <dd>
                  <RowsEditor name={formatDate(date)} path={path} rows={rows} onChange={(next) => set(date, next)} />
                  <Fault isWhole>{isRowOf(rows, path, faultAt) ? undefined : faultAt(path)}</Fault>
                </dd>
              </div>
            );
          })}
      </dl>
      <AddDate label={words[name]} taken={Object.keys(dates)} onAdd={(date) => set(date, name === 'breaks' ? [['12:00', '13:00']] : [])} />
    </Panel>
  );
}
