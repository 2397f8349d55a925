/** A calendar being read or changed, with its week in words beside it. What is wrong is said at its field while one types. */
import { Select, Switch, TextInput } from '@mantine/core';
import { calendarFaults } from '@watchdesk/domain/calendar';
import { use, useMemo, useState } from 'react';
import type { CalendarSpec } from '../../../api/client.ts';
import { useMayWriteRules } from '../../../session/session.ts';
import { ClockContext, Panel } from '../../../ui/index.ts';
import editor from '../../../drafts/editor.module.css';
import { EditorFrame, editorMessages as shared, useDraft, Verdict, Versions } from '../../../drafts/index.ts';
import { listed } from '../terms.ts';
import { useCalendarVersions, useSaveCalendar } from '../use-rules.ts';
import { calendarChanges, faultMessage, placedFaults, type NamedSpec } from './calendar-words.ts';
import { CalendarFormContext, type CalendarForm } from './form.ts';
import { Holidays } from './Holidays.tsx';
import { messages as place } from '../messages.ts';
import { messages } from './messages.ts';
import { Dates, Week } from './Week.tsx';
import { WeekGrid } from './WeekGrid.tsx';

const words = messages.editor;
const ZONES = ['UTC', ...Intl.supportedValuesOf('timeZone')];
const NOTHING = { hours: {}, overrides: {}, breaks: {}, holidays: [] };

function History({ id, onRestore }: { id: string; onRestore: ((saved: NamedSpec) => void) | null }) {
  return (
    <Versions
      query={useCalendarVersions(id)}
      changesOf={(before, after) =>
        before.spec && after.spec ? calendarChanges({ ...before, spec: before.spec }, { ...after, spec: after.spec }) : []
      }
      onRestore={onRestore && (({ name, spec }) => spec && onRestore({ name, spec }))}
    />
  );
}

/** What is saved of a draft: a calendar that is always open has no hours, though those typed stay on the screen's mind. */
const meant = (spec: CalendarSpec): CalendarSpec => (spec.always ? { ...spec, ...NOTHING } : spec);

/** By path, in words. A calendar has to open once more after it is written; to the minute that is the same. */
function useFaults({ name, spec }: NamedSpec): { field: string; message: string }[] {
  const clock = use(ClockContext);
  const [openedAt] = useState(() => Math.floor(clock.now() / 1000));
  return useMemo(
    () => [
      ...(name.trim() === '' ? [{ field: 'name', message: messages.faults.noName }] : []),
      ...calendarFaults(spec, openedAt).map(({ field, message }) => ({ field, message: faultMessage(message, spec) })),
    ],
    [name, spec, openedAt],
  );
}

interface CalendarEditorProps extends NamedSpec {
  id: string | null;
  version: number;
  /** The names of the policies that count by it. */
  usedBy: readonly string[];
  onSaved: (id: string, version: number) => void;
}

export function CalendarEditor({ id, version, usedBy, name: savedName, spec: savedSpec, onSaved }: CalendarEditorProps) {
  const saved = useMemo(() => ({ name: savedName, spec: savedSpec }), [savedName, savedSpec]);
  const own = useDraft<NamedSpec>(version, saved);
  const {
    draft: { name, spec: typed },
    base,
    change,
  } = own;
  const spec = useMemo(() => meant(typed), [typed]);
  const mayWrite = useMayWriteRules();
  const save = useSaveCalendar((done) => onSaved(done.id, done.version));
  const faults = useFaults({ name, spec });
  const placed = placedFaults(faults, spec);
  const form = useMemo<CalendarForm>(
    () => ({
      spec,
      change: (part) => change((now) => ({ ...now, spec: { ...now.spec, ...part } })),
      faultAt: (path) => faults.find(({ field }) => field === path || field.startsWith(`${path}.`))?.message,
    }),
    [spec, faults, change],
  );
  return (
    <CalendarFormContext value={form}>
      <EditorFrame
        label={name}
        isNew={id === null}
        mayWrite={mayWrite}
        own={own}
        changes={calendarChanges(base.saved, { name, spec })}
        faults={placed.length}
        isSettled
        create={messages.save.create}
        onDiscard={() => change(base.saved)}
        saving={{
          words: { title: messages.save.titleNew, text: messages.save.textNew, confirm: messages.save.confirmNew },
          ...(id === null ? {} : { note: usedBy.length > 0 ? messages.usedBy(listed(usedBy)) : messages.unused }),
          running: place.running,
          isPending: save.isPending,
          error: save.error,
          reset: save.reset,
          run: () => save.mutate({ id, name, spec, baseVersion: base.version }),
        }}
        beside={
          <>
            <Panel title={shared.means}>
              <div aria-live="polite">
                <Verdict faults={placed} />
              </div>
              {faults.length === 0 && <WeekGrid spec={spec} />}
            </Panel>
            {id !== null && <History id={id} onRestore={mayWrite ? change : null} />}
          </>
        }
      >
        <fieldset className={editor['parts']} disabled={!mayWrite} aria-label={name}>
          <Basics name={name} onName={(next) => change((now) => ({ ...now, name: next }))} form={form} />
          {!spec.always && (
            <>
              <Week />
              <Holidays mayWrite={mayWrite} />
              <Dates name="overrides" />
              <Dates name="breaks" />
            </>
          )}
        </fieldset>
      </EditorFrame>
    </CalendarFormContext>
  );
}

function Basics({ name, onName, form: { spec, change, faultAt } }: { name: string; onName: (name: string) => void; form: CalendarForm }) {
  return (
    <Panel title={words.basics}>
      <div className={editor['fields']}>
        <TextInput
          label={words.name}
          value={name}
          maxLength={100}
          error={faultAt('name')}
          onChange={(event) => onName(event.currentTarget.value)}
        />
        <Select
          label={words.zone}
          data={ZONES}
          value={spec.zone}
          searchable
          limit={50}
          allowDeselect={false}
          error={faultAt('zone')}
          onChange={(zone) => zone && change({ zone })}
        />
      </div>
      <Switch mt={12} label={words.always} checked={spec.always} onChange={(event) => change({ always: event.currentTarget.checked })} />
    </Panel>
  );
}
