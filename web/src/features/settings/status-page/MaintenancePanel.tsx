/** Maintenances: planned here, and begun, ended or cancelled when somebody says so. */
import { Button, MultiSelect, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { ErrorState, Instant, Panel, problemOf, StateWord } from '../../../ui/index.ts';
import classes from '../settings.module.css';
import { words } from './messages.ts';
import { type Draft, instantIn, localIn } from './status-form.ts';
import own from './status-page.module.css';
import { type StatusPageState, useMoveMaintenance, usePlanMaintenance, useStepMaintenance } from './use-status-page.ts';

type Maintenance = StatusPageState['maintenances'][number];

export function MaintenancePanel({ settings, maintenances }: { settings: Draft; maintenances: readonly Maintenance[] }) {
  const open = maintenances.filter(({ stage }) => stage === 'planned' || stage === 'running');
  const [changing, setChanging] = useState<string | null>(null);
  const changed = open.find(({ id }) => id === changing);
  return (
    <Panel title={words.maintenance} sentence={words.maintenanceSentence(settings.timeZone)}>
      <div className={own['fields']}>
        {open.length === 0 && <p className={classes['quiet']}>{words.noMaintenance}</p>}
        <ul className={own['states']}>
          {open.map((one) => (
            <Row key={one.id} of={one} onChange={() => setChanging(one.id)} />
          ))}
        </ul>
        <Planner key={changed?.id ?? 'new'} settings={settings} of={changed} onDone={() => setChanging(null)} />
      </div>
    </Panel>
  );
}

const HOUR_MS = 3_600_000;

function Row({ of, onChange }: { of: Maintenance; onChange: () => void }) {
  const { id, title, stage, startsAt, endsAt } = of;
  const step = useStepMaintenance();
  const move = useMoveMaintenance();
  const longer = () => {
    const { text, components } = of;
    const end = new Date(Date.parse(endsAt) + HOUR_MS).toISOString();
    move.mutate({ id, body: { title, text, components, startsAt, endsAt: end } });
  };
  const failed = step.error ?? move.error;
  const deeds = stage === 'running' ? (['end'] as const) : (['begin', 'cancel'] as const);
  return (
    <li>
      <bdi>{title}</bdi>
      <StateWord tone={stage === 'running' ? 'info' : 'idle'}>{words.stages[stage]}</StateWord>
      <span className={classes['quiet']}>
        <Instant at={startsAt} /> – <Instant at={endsAt} />
      </span>
      <span className={own['deeds']}>
        {stage === 'running' && (
          <Button
            size="compact-sm"
            variant="default"
            aria-label={words.deedOf(words.longer, title)}
            loading={move.isPending}
            onClick={longer}
          >
            {words.longer}
          </Button>
        )}
        <Button size="compact-sm" variant="default" aria-label={words.deedOf(words.change, title)} onClick={onChange}>
          {words.change}
        </Button>
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
      {failed && <ErrorState error={failed} compact />}
    </li>
  );
}

const EMPTY = { title: '', text: '', components: [] as string[], startsAt: '', endsAt: '' };

/** Plans a new one, or another time and other words for one that is not over. */
function Planner({ settings: { components, timeZone }, of, onDone }: { settings: Draft; of: Maintenance | undefined; onDone: () => void }) {
  const [before] = useState((): typeof EMPTY =>
    of === undefined ? EMPTY : { ...of, startsAt: localIn(timeZone, of.startsAt), endsAt: localIn(timeZone, of.endsAt) },
  );
  const [typed, setTyped] = useState(before);
  const making = usePlanMaintenance();
  const moving = useMoveMaintenance();
  const plan = of === undefined ? making : moving;
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
  /** A time that nobody touched stays as it is, to the millisecond: it is no other time. */
  const timeOf = (field: 'startsAt' | 'endsAt') =>
    of !== undefined && typed[field] === before[field] ? of[field] : instantIn(timeZone, typed[field]);
  const submit = () => {
    const { title, text: more, components: hit } = typed;
    const body = { title, text: more, components: hit, startsAt: timeOf('startsAt'), endsAt: timeOf('endsAt') };
    if (of === undefined) making.mutate(body, { onSuccess: () => setTyped(EMPTY) });
    else moving.mutate({ id: of.id, body }, { onSuccess: onDone });
  };
  return (
    <form
      noValidate
      className={own['fields']}
      aria-label={of === undefined ? words.plan : words.changing(of.title)}
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
      {of !== undefined && <p className={classes['quiet']}>{words.keepHint}</p>}
      <div className={own['deeds']}>
        <Button type="submit" variant="default" loading={plan.isPending}>
          {of === undefined ? words.plan : words.keep}
        </Button>
        {of !== undefined && (
          <Button variant="subtle" onClick={onDone}>
            {words.leave}
          </Button>
        )}
      </div>
    </form>
  );
}
