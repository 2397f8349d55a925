/** Maintenances: planned here, and begun, ended or cancelled when somebody says so. */
import { Button, MultiSelect, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { ErrorState, Instant, Panel, problemOf, StateWord } from '../../../ui/index.ts';
import classes from '../settings.module.css';
import { words } from './messages.ts';
import { type Draft, instantIn } from './status-form.ts';
import own from './status-page.module.css';
import { type StatusPageState, usePlanMaintenance, useStepMaintenance } from './use-status-page.ts';

type Maintenance = StatusPageState['maintenances'][number];

export function MaintenancePanel({ settings, maintenances }: { settings: Draft; maintenances: readonly Maintenance[] }) {
  const open = maintenances.filter(({ stage }) => stage === 'planned' || stage === 'running');
  return (
    <Panel title={words.maintenance} sentence={words.maintenanceSentence(settings.timeZone)}>
      <div className={own['fields']}>
        {open.length === 0 && <p className={classes['quiet']}>{words.noMaintenance}</p>}
        <ul className={own['states']}>
          {open.map((one) => (
            <Row key={one.id} of={one} />
          ))}
        </ul>
        <Planner settings={settings} />
      </div>
    </Panel>
  );
}

function Row({ of: { id, title, stage, startsAt, endsAt } }: { of: Maintenance }) {
  const step = useStepMaintenance();
  const deeds = stage === 'running' ? (['end'] as const) : (['begin', 'cancel'] as const);
  return (
    <li>
      <bdi>{title}</bdi>
      <StateWord tone={stage === 'running' ? 'info' : 'idle'}>{words.stages[stage]}</StateWord>
      <span className={classes['quiet']}>
        <Instant at={startsAt} /> – <Instant at={endsAt} />
      </span>
      <span className={own['deeds']}>
        {deeds.map((deed) => (
          <Button
            key={deed}
            size="compact-sm"
            variant="default"
            aria-label={words.deedOf(words[deed], title)}
            loading={step.isPending}
            onClick={() => step.mutate({ id, step: deed })}
          >
            {words[deed]}
          </Button>
        ))}
      </span>
      {step.error && <ErrorState error={step.error} compact />}
    </li>
  );
}

const EMPTY = { title: '', text: '', components: [] as string[], startsAt: '', endsAt: '' };

function Planner({ settings: { components, timeZone } }: { settings: Draft }) {
  const [typed, setTyped] = useState(EMPTY);
  const plan = usePlanMaintenance();
  const faultOf = (field: string) => (plan.error ? problemOf(plan.error).fields.find((one) => one.field === field)?.message : undefined);
  const set = (part: Partial<typeof EMPTY>) => {
    plan.reset();
    setTyped({ ...typed, ...part });
  };
  const text = (field: 'title' | 'text' | 'startsAt' | 'endsAt') => ({
    value: typed[field],
    error: faultOf(field),
    onChange: ({ currentTarget: { value } }: { currentTarget: { value: string } }) => set({ [field]: value }),
  });
  const submit = () =>
    plan.mutate(
      { ...typed, startsAt: instantIn(timeZone, typed.startsAt), endsAt: instantIn(timeZone, typed.endsAt) },
      { onSuccess: () => setTyped(EMPTY) },
    );
  return (
    <form
      noValidate
      className={own['fields']}
      aria-label={words.plan}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <div className={own['row']}>
        <TextInput label={words.what} {...text('title')} />
        <MultiSelect
          label={words.hit}
          data={components.map(({ id, name }) => ({ value: id, label: name }))}
          value={typed.components}
          error={faultOf('components')}
          onChange={(chosen) => set({ components: chosen })}
        />
        <TextInput type="datetime-local" label={words.from} {...text('startsAt')} />
        <TextInput type="datetime-local" label={words.to} {...text('endsAt')} />
      </div>
      <Textarea label={words.more} autosize minRows={2} maxRows={6} {...text('text')} />
      <Button type="submit" variant="default" className={own['add'] ?? ''} loading={plan.isPending}>
        {words.plan}
      </Button>
    </form>
  );
}
