/** Name, order and family of a policy, and by which calendars its time counts. */
import { Select, TextInput } from '@mantine/core';
import { PRIORITIES } from '@watchdesk/domain/event';
import { useSession } from '../../../session/session.ts';
import editor from '../../../drafts/editor.module.css';
import { AmountInput } from '../../../ui/index.ts';
import { useForm, withKey } from './form.ts';
import { messages } from './messages.ts';
import { Section } from './Section.tsx';
import { firstDayOf, fromDay, lastDayOf, untilDay } from './validity.ts';

const words = messages.editor;

export function Basics() {
  const { draft, change, faultAt } = useForm();
  const zone = useSession().workspace.timeZone;
  return (
    <Section title={words.basics} text={words.basicsText}>
      <div className={editor['fields']} data-narrow>
        <TextInput
          label={words.name}
          value={draft.name}
          error={faultAt('name')}
          maxLength={100}
          onChange={(event) => change({ name: event.currentTarget.value })}
        />
        <AmountInput none={0} label={words.rank} value={draft.rank} error={faultAt('rank')} onChange={(rank) => change({ rank })} />
        <TextInput
          label={words.family}
          title={words.familyHint}
          value={draft.family}
          error={faultAt('family')}
          onChange={(event) => change({ family: event.currentTarget.value })}
        />
        <TextInput
          type="date"
          label={words.validFrom}
          title={words.validHint}
          value={firstDayOf(draft, zone)}
          error={faultAt('validFrom')}
          onChange={(event) => change({ validFrom: fromDay(event.currentTarget.value, zone) })}
        />
        <TextInput
          type="date"
          label={words.validTo}
          title={words.validHint}
          value={lastDayOf(draft, zone)}
          error={faultAt('validTo')}
          onChange={(event) => change({ validTo: untilDay(event.currentTarget.value, zone) })}
        />
      </div>
    </Section>
  );
}

export function CalendarChoice() {
  const { draft, change, faultAt, calendars } = useForm();
  const { default: usual, byPriority } = draft.calendar;
  const data = calendars.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <Section title={words.calendars} text={words.calendarsText}>
      <div className={editor['fields']}>
        <Select
          label={words.calendar}
          data={data}
          value={usual}
          allowDeselect={false}
          error={faultAt('calendar.default')}
          onChange={(id) => id && change({ calendar: { ...draft.calendar, default: id } })}
        />
        {PRIORITIES.map((priority) => (
          <Select
            key={priority}
            label={priority}
            data={data}
            placeholder={words.asDefault}
            clearable
            value={byPriority[priority] ?? null}
            error={faultAt(`calendar.byPriority.${priority}`)}
            clearButtonProps={{ 'aria-label': `${words.remove}: ${words.calendar} ${priority}` }}
            onChange={(id) => change({ calendar: { ...draft.calendar, byPriority: withKey(byPriority, priority, id ?? undefined) } })}
          />
        ))}
      </div>
    </Section>
  );
}
