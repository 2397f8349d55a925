/** A goal, set or changed, with what it means in words beside what is typed. */
import { Button, Modal, Textarea, TextInput } from '@mantine/core';
import { use, useState } from 'react';
import type { GoalDetail, Metric } from '../../api/client.ts';
import { goalValue, targetSign, type Catalogue } from '../../numbers/index.ts';
import { useTimeZone } from '../../period/viewing.ts';
import { dayOf } from '../../period/zone.ts';
import { useSession } from '../../session/session.ts';
import { ClockContext, ErrorState, formatDate, problemOf, TextSkeleton } from '../../ui/index.ts';
import { draftOf, emptyForm, formOf, type GoalForm } from './form.ts';
import { Numbers, Subject, When } from './GoalFields.tsx';
import classes from './goals.module.css';
import { messages } from './messages.ts';
import { useSaveGoal } from './use-goal.ts';
import { usePeople } from './use-people.ts';

const words = messages.form;

/** The goal in one sentence, once there is enough of it. */
function meaning(form: GoalForm, metric: Metric | undefined, whose: string): string {
  const draft = draftOf(form, metric);
  if (!draft || !metric) return words.incomplete;
  const from =
    draft.baseline.from === 'typed'
      ? goalValue(draft.baseline.value, metric.unit)
      : words.fromFacts(draft.windowDays, formatDate(draft.startsOn));
  const target = `${targetSign(metric)} ${goalValue(draft.target, metric.unit)}`;
  return words.says(metric.label, whose, from, target, formatDate(draft.endsOn), draft.windowDays);
}

interface GoalEditorProps {
  /** Null for a new one. */
  goal: GoalDetail | null;
  catalogue: Catalogue;
  onClose: () => void;
  onSaved: (saved: GoalDetail) => void;
}

function Form({ goal, catalogue, onClose, onSaved }: GoalEditorProps) {
  const clock = use(ClockContext);
  const timeZone = useTimeZone();
  const { person } = useSession();
  const { everybody, teams, agents } = usePeople();
  const [form, setForm] = useState<GoalForm>(() => {
    const unit = goal && catalogue.metric(goal.spec.metric)?.unit;
    if (goal && unit) return formOf(goal.spec, unit);
    return emptyForm(dayOf(clock.now(), timeZone), person.name, everybody ? 'all' : `team:${teams[0]?.id ?? ''}`);
  });
  const save = useSaveGoal(goal, onSaved);
  const change = (changed: Partial<GoalForm>) => setForm((now) => ({ ...now, ...changed }));
  const metric = catalogue.metric(form.metric ?? '');
  const draft = draftOf(form, metric);
  const faults = save.error
    ? problemOf(save.error).fields.map(({ field, message }) => ({ field: field.replace(/^goal\./, ''), message }))
    : [];
  const faultOf = (name: string) => faults.find(({ field }) => field.split('.')[0] === name)?.message;
  const [kind, ...id] = form.whose.split(':');
  const named = (kind === 'team' ? teams : agents).find((one) => one.id === id.join(':'))?.name;
  const whose = form.whose === 'all' ? messages.of(messages.everybody.toLowerCase()) : messages.of(named ?? id.join(':'));
  const fields = { form, metric, catalogue, change, faultOf };
  return (
    <form
      className={classes['form']}
      onSubmit={(event) => {
        event.preventDefault();
        if (draft) save.mutate(draft);
      }}
    >
      <Subject {...fields} />
      <Numbers {...fields} />
      <When {...fields} />
      <div className={classes['pair']}>
        <TextInput
          label={words.owner}
          required
          maxLength={100}
          value={form.owner}
          onChange={({ currentTarget }) => change({ owner: currentTarget.value })}
          error={faultOf('owner')}
        />
        <TextInput
          label={words.title}
          placeholder={words.titleHint}
          maxLength={100}
          value={form.title}
          onChange={({ currentTarget }) => change({ title: currentTarget.value })}
          error={faultOf('title')}
        />
      </div>
      <Textarea
        label={words.note}
        maxLength={1000}
        autosize
        minRows={1}
        value={form.note}
        onChange={({ currentTarget }) => change({ note: currentTarget.value })}
        error={faultOf('note')}
      />
      <output className={classes['meaning']} aria-label={words.means}>
        {meaning(form, metric, whose)}
      </output>
      {save.error && faults.length === 0 && <ErrorState error={save.error} compact />}
      <div className={classes['buttons']}>
        <Button variant="default" onClick={onClose}>
          {words.cancel}
        </Button>
        <Button type="submit" disabled={!draft} loading={save.isPending}>
          {goal ? words.save : words.set}
        </Button>
      </div>
    </form>
  );
}

/** Whose goals one may set is known before anything is typed. */
export function GoalEditor(props: GoalEditorProps) {
  const { isReady } = usePeople();
  return (
    <Modal opened onClose={props.onClose} title={props.goal ? words.change : words.new} size="lg">
      {isReady ? <Form {...props} /> : <TextSkeleton lines={6} />}
    </Modal>
  );
}
