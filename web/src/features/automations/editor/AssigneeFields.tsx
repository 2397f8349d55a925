/** To whom a step gives the ticket: an agent, nobody, or whoever is on call when it runs, and then what becomes of it where nobody is. */
import { Anchor, Select } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useRecipients } from '../../../audience/index.ts';
import { Choice } from './Choice.tsx';
import { useForm } from './form.ts';
import { IdSelect } from './IdSelect.tsx';
import { messages } from './messages.ts';
import type { StepProps } from './steps.ts';

const words = messages.deeds;
const WHOM = [
  { value: 'agent', label: words.toAgent },
  { value: 'onCall', label: words.toOnCall },
];

export function AssigneeFields({ step, path, onChange }: StepProps<'assignee'>) {
  const { faultAt } = useForm();
  const isOnCall = step.onCall !== undefined || step.policy !== undefined;
  return (
    <>
      <Choice
        label={words.whom}
        data={WHOM}
        value={isOnCall ? 'onCall' : 'agent'}
        error={undefined}
        onChange={(whom) =>
          whom !== (isOnCall ? 'onCall' : 'agent') && onChange({ do: 'assignee', ...(whom === 'agent' ? { to: '' } : { onCall: '' }) })
        }
      />
      {isOnCall && <OnCallSelect step={step} path={path} onChange={onChange} />}
      <IdSelect
        kind="assignee"
        label={isOnCall ? words.otherwise : words.assignee}
        none={words.queue}
        {...(isOnCall && { leave: words.leave })}
        value={step.to}
        error={faultAt(`${path}.to`)}
        onChange={(to) => onChange(withOtherwise(step, to))}
      />
    </>
  );
}

const NoSchedule = () => (
  <>
    {words.noSchedule}
    <Anchor component={Link} inherit {...({ to: '/on-call' } as object)}>
      {words.addSchedule}
    </Anchor>
  </>
);

function OnCallSelect({ step, path, onChange }: StepProps<'assignee'>) {
  const { faultAt } = useForm();
  const { schedules, policies = [], nameOf } = useRecipients();
  const value = step.policy === undefined ? `onCall ${step.onCall ?? ''}` : `policy ${step.policy}`;
  const coded = (kind: string, all: readonly { value: string; label: string }[]) =>
    all.map(({ value: id, label }) => ({ value: `${kind} ${id}`, label }));
  const groups = [
    { group: words.schedules, items: coded('onCall', schedules) },
    { group: words.policies, items: coded('policy', policies) },
  ].filter(({ items }) => items.length > 0);
  const isKnown = groups.some(({ items }) => items.some((one) => one.value === value));
  const gone = step.policy === undefined ? nameOf('schedules', step.onCall ?? '') : nameOf('policies', step.policy);
  const isSaid = (step.policy ?? step.onCall) !== '';
  return (
    <Select
      label={words.onCallIn}
      description={groups.length === 0 ? <NoSchedule /> : undefined}
      placeholder={words.whichSchedule}
      data={[...groups, ...(isKnown || !isSaid ? [] : [{ value, label: gone }])]}
      value={isSaid ? value : null}
      searchable
      allowDeselect={false}
      error={faultAt(`${path}.onCall`) ?? faultAt(`${path}.policy`)}
      onChange={(next) => {
        const [kind, id] = [next?.slice(0, next.indexOf(' ')), next?.slice(next.indexOf(' ') + 1)];
        if (id !== undefined)
          onChange(withOtherwise({ do: 'assignee', ...(kind === 'policy' ? { policy: id } : { onCall: id }) }, step.to));
      }}
    />
  );
}

/** Undefined leaves the ticket where it is. */
function withOtherwise({ to: _, ...step }: StepProps<'assignee'>['step'], to: string | null | undefined): StepProps<'assignee'>['step'] {
  return to === undefined ? step : { ...step, to };
}
