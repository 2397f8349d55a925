/** What makes it look: something happens, time passes, or a promise runs out. */
import { MultiSelect, SegmentedControl, Select } from '@mantine/core';
import { CLOCK_STEPS, SINCE, type Trigger, triggerWords, WATCHED_EVENTS } from '@watchdesk/domain/automation';
import { ACTOR_KINDS } from '@watchdesk/domain/event';
import { metricName } from '../../../clocks/index.ts';
import { DurationInput, sentenceCase } from '../../../ui/index.ts';
import classes from './builder.module.css';
import { CalendarSelect } from './CalendarSelect.tsx';
import { useForm } from './form.ts';
import { messages } from './messages.ts';
import { Section } from './Section.tsx';

const words = messages.when;
type Kind = Trigger['kind'];
type Draft = ReturnType<typeof useForm>['draft']['trigger'];

const KINDS = (['event', 'time', 'clock'] as const).map((value) => ({ value, label: words.kinds[value] }));
const EVENTS = WATCHED_EVENTS.map((value) => ({ value, label: sentenceCase(triggerWords({ kind: 'event', events: [value] })) }));
const ACTORS = ACTOR_KINDS.map((value) => ({ value, label: words.actors[value] }));
const CLOCKS = ['first_response', 'next_response', 'periodic_update', 'resolution', 'total_resolution', 'escalation_response'];
const STEPS = CLOCK_STEPS.map((value) => ({ value: String(value), label: words.step(value) }));
const SINCES = SINCE.map((value) => ({ value, label: words.sinces[value] }));

const BEGINNINGS: Readonly<Record<Kind, Draft>> = {
  event: { kind: 'event', events: ['ticket.created'] },
  time: { kind: 'time', since: 'update', seconds: 86_400, calendar: null },
  clock: { kind: 'clock', clock: null, steps: [80] },
};

export function When() {
  const { draft, change, faultAt } = useForm();
  const { trigger } = draft;
  const set = (next: Draft): void => change({ trigger: next });
  return (
    <Section title={words.title} text={words.text} fault={faultAt('trigger.kind')}>
      <SegmentedControl
        className={classes['kinds']}
        aria-label={words.kind}
        data={KINDS}
        value={trigger.kind}
        onChange={(kind) => set(BEGINNINGS[kind])}
      />
      <div className={classes['fields']}>
        {trigger.kind === 'event' && <OnEvent trigger={trigger} onChange={set} />}
        {trigger.kind === 'time' && <OnTime trigger={trigger} onChange={set} />}
        {trigger.kind === 'clock' && <OnClock trigger={trigger} onChange={set} />}
      </div>
    </Section>
  );
}

interface Of<K extends Kind> {
  trigger: Extract<Draft, { kind: K }>;
  onChange: (next: Draft) => void;
}

function OnEvent({ trigger: { by, ...trigger }, onChange }: Of<'event'>) {
  const { faultAt } = useForm();
  return (
    <>
      <MultiSelect
        label={words.events}
        data={EVENTS}
        value={[...trigger.events]}
        searchable
        hidePickedOptions
        error={faultAt('trigger.events')}
        onChange={(events) => onChange({ ...trigger, events, ...(by && { by }) })}
      />
      <MultiSelect
        label={words.by}
        data={ACTORS}
        value={[...(by ?? [])]}
        placeholder={by ? '' : words.anybody}
        hidePickedOptions
        error={faultAt('trigger.by')}
        onChange={(next) => onChange(next.length === 0 ? trigger : { ...trigger, by: next })}
      />
    </>
  );
}

function OnTime({ trigger, onChange }: Of<'time'>) {
  const { faultAt } = useForm();
  return (
    <>
      <Select
        label={words.since}
        data={SINCES}
        value={trigger.since}
        allowDeselect={false}
        error={faultAt('trigger.since')}
        onChange={(since) => since && onChange({ ...trigger, since })}
      />
      <DurationInput
        label={words.after}
        seconds={trigger.seconds}
        error={faultAt('trigger.seconds')}
        onChange={(seconds) => onChange({ ...trigger, seconds })}
      />
      <CalendarSelect
        label={words.calendar}
        none={words.always}
        value={trigger.calendar}
        error={faultAt('trigger.calendar')}
        onChange={(calendar) => onChange({ ...trigger, calendar })}
      />
    </>
  );
}

function OnClock({ trigger, onChange }: Of<'clock'>) {
  const { faultAt } = useForm();
  const known = [...new Set([...CLOCKS, ...(trigger.clock === null ? [] : [trigger.clock])])];
  return (
    <>
      <Select
        label={words.clock}
        data={known.map((value) => ({ value, label: metricName(value) }))}
        value={trigger.clock}
        placeholder={words.anyClock}
        clearable
        error={faultAt('trigger.clock')}
        onChange={(clock) => onChange({ ...trigger, clock })}
      />
      <MultiSelect
        label={words.steps}
        data={STEPS}
        value={trigger.steps.map(String)}
        hidePickedOptions
        error={faultAt('trigger.steps')}
        onChange={(chosen) => onChange({ ...trigger, steps: CLOCK_STEPS.filter((step) => chosen.includes(String(step))) })}
      />
    </>
  );
}
