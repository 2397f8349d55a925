/** A calendar being read or changed, with its week in words beside it. What is wrong is said at its field while one types. */
import { Button, Select, Switch, TextInput } from '@mantine/core';
import { calendarFaults } from '@watchdesk/domain/calendar';
import { use, useMemo, useState } from 'react';
import type { CalendarSpec } from '../../../api/client.ts';
import { useMayWriteRules } from '../../../session/session.ts';
import { ClockContext, ErrorState, Instant, Panel } from '../../../ui/index.ts';
import { useCalendarVersions, useSaveCalendar } from '../use-rules.ts';
import { Overtaken } from '../Overtaken.tsx';
import { useDraft } from '../use-draft.ts';
import { useUnsaved } from '../use-unsaved.ts';
import classes from './calendars.module.css';
import { CalendarFormContext, type CalendarForm } from './form.ts';
import { Holidays } from './Holidays.tsx';
import { messages } from './messages.ts';
import { Dates, Week } from './Week.tsx';
import { WeekGrid } from './WeekGrid.tsx';

const words = messages.editor;
const ZONES = ['UTC', ...Intl.supportedValuesOf('timeZone')];
const NOTHING = { hours: {}, overrides: {}, breaks: {}, holidays: [] };

function History({ id, onRestore }: { id: string; onRestore: ((spec: CalendarSpec) => void) | null }) {
  const { data } = useCalendarVersions(id);
  return (
    <Panel title={messages.history.title}>
      <ol className={classes['versions']}>
        {data?.map(({ version, spec, savedAt, savedBy }, index) => (
          <li key={version}>
            <b>{messages.version(version)}</b>
            {index === 0 && spec && <span className={classes['current']}>{messages.history.current}</span>}{' '}
            <span className={classes['hint']}>
              <Instant at={savedAt} /> {savedBy ? messages.history.by(savedBy) : ''} {spec === null && messages.history.retired}
            </span>{' '}
            {index > 0 && spec && onRestore && (
              <Button size="compact-xs" variant="default" onClick={() => onRestore(spec as unknown as CalendarSpec)}>
                {messages.history.restore}
              </Button>
            )}
          </li>
        ))}
      </ol>
    </Panel>
  );
}

interface CalendarEditorProps {
  id: string | null;
  version: number;
  name: string;
  spec: CalendarSpec;
  onSaved: (id: string, version: number) => void;
}

/** What is saved of a draft: a calendar that is always open has no hours, though those typed stay on the screen's mind. */
const meant = (spec: CalendarSpec): CalendarSpec => (spec.always ? { ...spec, ...NOTHING } : spec);

export function CalendarEditor({ id, version, name: savedName, spec: savedSpec, onSaved }: CalendarEditorProps) {
  const saved = useMemo(() => ({ name: savedName, spec: savedSpec }), [savedName, savedSpec]);
  const own = useDraft(version, saved);
  const {
    draft: { name, spec: typed },
    base,
    change,
  } = own;
  const spec = useMemo(() => meant(typed), [typed]);
  const setName = (next: string): void => change((now) => ({ ...now, name: next }));
  const mayWrite = useMayWriteRules();
  const save = useSaveCalendar((done) => onSaved(done.id, done.version));
  const clock = use(ClockContext);
  // A calendar has to open once more after it is written; to the minute that is the same.
  const [openedAt] = useState(() => Math.floor(clock.now() / 1000));
  const faults = useMemo(() => calendarFaults(spec, openedAt), [spec, openedAt]);
  const form = useMemo<CalendarForm>(
    () => ({
      spec,
      change: (part) => change((now) => ({ ...now, spec: { ...now.spec, ...part } })),
      faultAt: (path) => faults.find(({ field }) => field === path || field.startsWith(`${path}.`))?.message,
    }),
    [spec, faults, change],
  );
  const isTouched = name !== base.saved.name || JSON.stringify(spec) !== JSON.stringify(base.saved.spec);
  const isChanged = id === null || isTouched;
  useUnsaved(isTouched);
  return (
    <CalendarFormContext value={form}>
      <Overtaken {...own} />
      {mayWrite && (
        <div className={classes['savebar']}>
          <span className={classes['hint']}>{isChanged ? messages.save.unsaved : messages.save.nothing}</span>
          {id !== null && (
            <Button size="xs" variant="default" disabled={!isChanged} onClick={() => change(base.saved)}>
              {messages.save.discard}
            </Button>
          )}
          <Button
            size="xs"
            disabled={!isChanged || own.newer !== null || faults.length > 0 || name.trim() === ''}
            loading={save.isPending}
            onClick={() => save.mutate({ id, name, spec, baseVersion: base.version })}
          >
            {id === null ? messages.save.create : messages.save.button}
          </Button>
        </div>
      )}
      {save.error && <ErrorState error={save.error} compact />}
      <div className={classes['editor']}>
        <fieldset className={classes['form']} disabled={!mayWrite} aria-label={name}>
          <Panel title={words.basics}>
            <div className={classes['fields']}>
              <TextInput label={words.name} value={name} maxLength={100} onChange={(event) => setName(event.currentTarget.value)} />
              <Select
                label={words.zone}
                data={ZONES}
                value={spec.zone}
                searchable
                limit={50}
                allowDeselect={false}
                error={form.faultAt('zone')}
                onChange={(zone) => zone && form.change({ zone })}
              />
            </div>
            <Switch
              mt={12}
              label={words.always}
              checked={spec.always}
              onChange={(event) => form.change({ always: event.currentTarget.checked })}
            />
          </Panel>
          {!spec.always && (
            <>
              <Week />
              <Holidays mayWrite={mayWrite} />
              <Dates name="overrides" />
              <Dates name="breaks" />
            </>
          )}
        </fieldset>
        <aside className={classes['beside']}>
          <Panel title={messages.means}>
            <p className={classes['verdict']} data-bad={faults.length > 0 || undefined} role="status">
              {faults.length > 0 ? messages.faults(faults.length) : messages.fine}
            </p>
            {faults.length > 0 ? (
              <ul className={classes['found']}>
                {faults.map(({ field, message }) => (
                  <li key={`${field} ${message}`}>
                    <b>{field.replaceAll('.', ' › ')}</b> {message}
                  </li>
                ))}
              </ul>
            ) : (
              <WeekGrid spec={spec} />
            )}
          </Panel>
          {id !== null && <History id={id} onRestore={mayWrite ? (older) => change((now) => ({ ...now, spec: older })) : null} />}
        </aside>
      </div>
    </CalendarFormContext>
  );
}
