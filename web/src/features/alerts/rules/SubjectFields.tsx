/** The fields of what a rule is about, but for numbers: a step of a promise, what does not happen, what happens, a time of day, a connection. */
import { Checkbox, NativeSelect, Select } from '@mantine/core';
import type { SubjectOf } from '@watchdesk/domain/alerting';
import { type EventType, HAPPENED, INCIDENT_EVENTS, TICKET_EVENTS } from '@watchdesk/domain/event';
import { metricName } from '../../../clocks/index.ts';
import { ZoneField } from '../../../period/ZoneField.tsx';
import { DurationInput, TimeInput } from '../../../ui/index.ts';
import { useForm } from './form.ts';
import { words } from './messages.ts';
import { Line, Words } from './Part.tsx';
import classes from './rules.module.css';
import { useConnections } from './use-rules.ts';
import { useSubject } from './use-subject.ts';

/** Those that policies usually promise; one of another name stays choosable where it is chosen. */
const CLOCKS = ['first_response', 'next_response', 'resolution', 'periodic_update', 'escalation_response', 'requester_wait'];
const ANY = '';

export function SlaFields({ subject: { clock, step } }: { subject: SubjectOf<'sla'> }) {
  const { faultAt } = useForm();
  const set = useSubject<'sla'>();
  const clocks = clock === null || CLOCKS.includes(clock) ? CLOCKS : [...CLOCKS, clock];
  const { sla } = words;
  return (
    <Line>
      <NativeSelect
        aria-label={sla.clock}
        data={[...clocks.map((value) => ({ value, label: sla.in(metricName(value)) })), { value: ANY, label: sla.any }]}
        value={clock ?? ANY}
        error={faultAt('subject.clock')}
        onChange={({ currentTarget: { value } }) => set({ clock: value === ANY ? null : value })}
      />
      <NativeSelect
        aria-label={sla.step}
        data={['50', '80', '90', '100', 'breach', '200'].map((value) => ({ value, label: sla.steps[value] ?? value }))}
        value={String(step)}
        error={faultAt('subject.step')}
        onChange={({ currentTarget: { value } }) => set({ step: (value === 'breach' ? value : Number(value)) as typeof step })}
      />
    </Line>
  );
}

export function AbsenceFields({ subject: { of, seconds, calendar } }: { subject: SubjectOf<'absence'> }) {
  const { faultAt, calendars } = useForm();
  const set = useSubject<'absence'>();
  const { absence } = words;
  return (
    <Line>
      <NativeSelect
        aria-label={absence.of}
        data={Object.entries(absence.ofs).map(([value, label]) => ({ value, label }))}
        value={of}
        onChange={({ currentTarget: { value } }) => set({ of: value as typeof of })}
      />
      <Words>{absence.for}</Words>
      <div className={classes['bare']}>
        <DurationInput
          label={absence.seconds}
          seconds={seconds}
          error={faultAt('subject.seconds')}
          onChange={(next) => set({ seconds: next })}
        />
      </div>
      <NativeSelect
        aria-label={absence.calendar}
        data={[{ value: ANY, label: absence.always }, ...calendars.map(({ value, label }) => ({ value, label: absence.hours(label) }))]}
        value={calendar ?? ANY}
        error={faultAt('subject.calendar')}
        onChange={({ currentTarget: { value } }) => set({ calendar: value === ANY ? null : value })}
      />
    </Line>
  );
}

/** What only programs need to know of is left out. */
const NOT_OFFERED = ['sla.warned', 'sla.breached', 'sla.vendor', 'policy.applied', 'ticket.sealed', 'agent.activity'];
const EVENTS = [
  ...Object.keys(TICKET_EVENTS).filter((type) => !NOT_OFFERED.includes(type)),
  'agent.presence',
  ...Object.keys(INCIDENT_EVENTS),
] as EventType[];

export function EventFields({ subject: { event } }: { subject: SubjectOf<'event'> }) {
  const { faultAt } = useForm();
  const set = useSubject<'event'>();
  const all = EVENTS.includes(event) ? EVENTS : [...EVENTS, event];
  return (
    <Line>
      <Select
        aria-label={words.event.event}
        className={classes['wide'] ?? ''}
        data={all.map((value) => ({ value, label: HAPPENED[value] }))}
        value={event}
        searchable
        allowDeselect={false}
        error={faultAt('subject.event')}
        onChange={(next) => next && set({ event: next })}
      />
    </Line>
  );
}

export function ScheduleFields({ subject: { at, weekdays, timeZone } }: { subject: SubjectOf<'schedule'> }) {
  const { faultAt } = useForm();
  const set = useSubject<'schedule'>();
  const { schedule } = words;
  return (
    <>
      <Line>
        <TimeInput aria-label={schedule.at} value={at} error={faultAt('subject.at')} onTime={(time) => set({ at: time })} />
        <Checkbox.Group
          aria-label={schedule.weekdays}
          value={weekdays.map(String)}
          error={faultAt('subject.weekdays')}
          onChange={(next) => set({ weekdays: next.map(Number).toSorted((a, b) => a - b) })}
        >
          <div className={classes['days']}>
            {schedule.days.map((day, index) => (
              <Checkbox key={day} value={String(index + 1)} label={day} />
            ))}
          </div>
        </Checkbox.Group>
      </Line>
      <Line>
        <ZoneField
          label={schedule.zone}
          value={timeZone}
          error={faultAt('subject.timeZone')}
          onChange={(zone) => set({ timeZone: zone })}
        />
      </Line>
    </>
  );
}

export function ConnectionFields({ subject: { connection, seconds } }: { subject: SubjectOf<'connection'> }) {
  const { faultAt } = useForm();
  const set = useSubject<'connection'>();
  const { data: known = [] } = useConnections();
  const options =
    connection === null || known.some(({ value }) => value === connection) ? known : [...known, { value: connection, label: connection }];
  const said = words.connection;
  return (
    <Line>
      <NativeSelect
        aria-label={said.which}
        data={[{ value: ANY, label: said.any }, ...options]}
        value={connection ?? ANY}
        error={faultAt('subject.connection')}
        onChange={({ currentTarget: { value } }) => set({ connection: value === ANY ? null : value })}
      />
      <Words>{said.for}</Words>
      <div className={classes['bare']}>
        <DurationInput
          label={said.seconds}
          seconds={seconds}
          error={faultAt('subject.seconds')}
          onChange={(next) => set({ seconds: next })}
        />
      </div>
    </Line>
  );
}
